"""Files to the disk: each whole or not at all."""

from csplan.write.documents import write_files

__all__ = ["write_files"]
