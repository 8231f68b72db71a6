"""What can be wrong with waivers: the pages of the complaints that `csplan.check` makes of them."""

from csplan.rules.reading import Page


def _warning(rule: str, page: str) -> Page:
    return Page(rule, "warning", page, "waivers")


PAGES: tuple[Page, ...] = (
    _warning(
        "unreadable-waiver",
        "A waiver cannot be read, or names what is no rule.\n\n"
        "On the line that it is for, or on one of its own above, write "
        "`# csplan: allow[due-outside-plan-year] carried over from 2009/10, see minute 14`: the "
        "names of one or more rules with commas between, then the reason. For a whole plan, write "
        "`waivers` in plan.yaml. What keeps a file from being read cannot be waived.",
    ),
    _warning(
        "unused-waiver",
        "A waiver waives nothing.\n\n"
        "What it was for has been mended, or stands on another line. Take it out, or move it: "
        "otherwise it would hide the next mistake in its place.",
    ),
    _warning(
        "waiver-without-reason",
        "A waiver gives no reason, so it does not hold.\n\n"
        "Whoever reads the plan next must know why it is as it should be. Write the reason after "
        "the bracket.",
    ),
)
