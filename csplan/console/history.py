"""The life of an action through plans and progress: on a terminal, as Markdown or as JSON."""

import json
from collections.abc import Iterable
from pathlib import Path

from csplan.console.lives import Kept, chapters, closing, heading
from csplan.console.terminal import say, say_wrapped
from csplan.escape import markdown, one_line
from csplan.load.changes import Recorded
from csplan.query.history import Life, Said, Stage

_SAID, _KEPT = "What was said", "When the file was changed"
_PROGRESS = ("state", "rating", "due", "covers", "note", "reason", "by", "corrective_action")


def show_text(lives: Iterable[Life], kept: Kept, warning: str) -> None:
    """Each life, plan by plan, and where it stands in the end."""
    if warning:
        say_wrapped(f"Warning: {warning}", style="bold red")
        say()
    for number, life in enumerate(lives):
        if number:
            say()
        say_wrapped(heading(life), style="bold")
        for chapter in chapters(life, kept):
            say()
            say_wrapped(chapter.title, style="bold")
            for line in chapter.lines:
                say_wrapped(line, "  ")
            for title, lines in ((_SAID, chapter.said), (_KEPT, chapter.kept)):
                if lines:
                    say(f"  {title.lower()}:")
                for line in lines:
                    say_wrapped(line, "    ")
        say()
        say_wrapped(closing(life), style="bold")


def as_markdown(lives: Iterable[Life], kept: Kept, warning: str) -> str:
    """The same as a Markdown document."""
    lines = [markdown(f"Warning: {warning}"), ""] if warning else []
    for life in lives:
        lines += [f"# {markdown(heading(life))}", ""]
        for chapter in chapters(life, kept):
            lines += [f"## {markdown(chapter.title)}", ""]
            lines += [*(f"- {markdown(line)}" for line in chapter.lines), ""]
            for title, some in ((_SAID, chapter.said), (_KEPT, chapter.kept)):
                if some:
                    lines += [f"{title}:", "", *(f"- {markdown(line)}" for line in some), ""]
        lines += [markdown(closing(life)), ""]
    return "\n".join(lines)


def as_json(lives: Iterable[Life], kept: Kept, warning: str) -> str:
    """Every life as an object; days are ISO, and what is not there is null."""
    whole = {
        "warning": warning or None,
        "histories": [_life(life, kept) for life in lives],
    }
    return json.dumps(whole, indent=2) + "\n"


def _life(life: Life, kept: Kept) -> dict[str, object]:
    last = life.last
    return {
        "ref": last.task.ref,
        "words": one_line(last.task.words),
        "as_at": life.as_at.isoformat(),
        "state": last.standing.state,
        "rating": last.standing.rating or None,
        "began": life.began.day.isoformat() if life.began else None,
        "began_by": life.began.by if life.began else None,
        "ended": life.ended.isoformat() if life.ended else None,
        "days": (life.days.last - life.days.first).days + 1 if life.days else 0,
        "stages": [_stage(stage, kept.get(stage.task.spot, ())) for stage in life.stages],
    }


def _stage(stage: Stage, kept: tuple[Recorded, ...]) -> dict[str, object]:
    task, now = stage.task, stage.position
    return {
        "plan": task.plan.title,
        "status": task.plan.plan.status if task.plan.plan else None,
        "theme": one_line(task.item.work.theme),
        "sub_theme": one_line(task.item.work.sub_theme) or None,
        "ref": task.ref,
        "words": one_line(task.words),
        "due": task.entry.due,
        "due_agreed": now.due.text if now.due and now.moved_from else None,
        "days_moved": now.days_moved,
        "lead": "; ".join(owner.text for owner in task.item.owners) or None,
        "cost": task.entry.cost,
        "carried_from": task.entry.carried_from,
        "carried_to": task.entry.carried_to,
        "state": stage.standing.state,
        "rating": stage.standing.rating or None,
        "milestones": [
            {"ref": step.ref, "words": one_line(step.words)} for step in task.milestones
        ],
        "progress": [_progress(said) for said in stage.said],
        "changes": [
            {"on": day or None, "subject": subject or None, "what": what}
            for day, subject, what in kept
        ],
        "path": Path(task.file.path).as_posix(),
        "line": task.line,
    }


def _progress(said: Said) -> dict[str, object]:
    told = {"on": said.day.isoformat(), "ref": said.ref}
    return told | {key: getattr(said.entry, key) for key in _PROGRESS}
