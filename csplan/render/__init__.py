"""Report data to documents through templates; the only door to jinja2.

A document is one template for each format, such as `agreement.html.j2`. Whatever a template puts
out with `{{ }}` is escaped for its format. Templates see plain data only, in a sandbox, and are
looked for in the user's own folder first.
"""

from csplan.render.documents import Document, documents, render

__all__ = ["Document", "documents", "render"]
