"""Files to the disk: each whole or not at all."""

from csplan.write.documents import write_files
from csplan.write.exports import check_exports, write_exports

__all__ = ["check_exports", "write_exports", "write_files"]
