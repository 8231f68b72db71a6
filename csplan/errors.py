"""The few things that stop a run; everything else that is wrong with a plan is a complaint."""


class CannotRunError(Exception):
    """The run cannot go on; the text is one sentence that an officer can act on."""
