"""How fast csplan is, as ratios measured in one run: `python tests/bench.py`.

It writes theme files of some 50 KB (20 actions of 3 milestones each) to a temporary folder and
prints, beside each target, a ratio of medians. Processes that are compared run in turn, so that a
machine that slows down slows both.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from csplan.check import check
from csplan.load import load

PLANS = Path(__file__).parent.parent / "plans"
ACTIONS, MILESTONES = 20, 3
PLAN = """\
title: Benchmark Community Safety Agreement 2010/11
partnership: Benchmark Safer Communities Partnership
period: 2010/11
agencies:
  - Sussex Police
  - Safer Communities Team
  - NHS East Sussex, Downs and Weald
"""
PROSE = (
    "Partners work together in every neighbourhood to bring down crime and disorder, and to help "
    "those who suffer most from it. Figures for the year show a fall of 7 per cent.\n"
)
ACTION = "Work with partners in every neighbourhood to bring down crime and disorder by a tenth"
STEP = "Joint plan for the neighbourhood agreed by its partners and published on the website"
NOTES = (
    "Work has begun in two of the five neighbourhoods; partners meet monthly.",
    "The board has heard the report; all five neighbourhoods have theirs.",
)
DUES = (
    "Quarter 3, October 2010",
    "31 December 2010",
    "Quarterly",
    "By end of October 2010",
    "TBC until the grant is known (January 2011)",
)
LEADS = (
    "Chief Inspector, Sussex Police",
    "Performance and Resources Manager, Safer Communities Team",
    "Commissioning Manager, NHS East Sussex, Downs and Weald",
)
EMPTY_APP = """\
import typer
app = typer.Typer()
@app.command()
def one() -> None: ...
@app.command()
def two() -> None: ...
app()
"""
COMPOSE = """\
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def theme(number: int, *, comment_lines: int = 0) -> str:
    """A theme file of about 50 KB, as one looks after two quarters of monitoring."""
    lines = [f"theme: Theme {number}", "duties: [crime and disorder]"]
    lines += ["# " + PROSE.strip()] * comment_lines
    for key in ("what", "why", "hotspots", "achievements", "plans"):
        lines += [f"{key}: |", *["  " + PROSE.replace("\n", "\n\n")] * 10]
    lines.append("actions:")
    for action in range(ACTIONS):
        lines += [f"  - ref: T{number}-{action + 1}", f"    action: {ACTION}"]
        lines += ["    cost: Officer time", "    milestones:"]
        for milestone in range(MILESTONES):
            lines += _milestone(milestone, number + action + milestone)
    return "\n".join(lines) + "\n"


def _milestone(number: int, turn: int) -> list[str]:
    lines = [
        f"      - milestone: {STEP} (step {number + 1})",
        f"        due: {DUES[turn % len(DUES)]}",
        f"        lead: {LEADS[turn % len(LEADS)]}",
        "        progress:",
    ]
    for day, note in zip(("30 June 2010", "30 September 2010"), NOTES, strict=True):
        lines += [
            f"          - on: {day}",
            "            state: in progress",
            "            rating: amber",
            f"            note: {note}",
        ]
    return lines


def write_plan(folder: Path, files: int, *, comment_lines: int = 0) -> Path:
    """A plan of so many generated themes."""
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    for number in range(files):
        text = theme(number, comment_lines=comment_lines)
        (folder / f"theme-{number:04}.yaml").write_text(text, encoding="utf-8")
    return folder


def seconds(command: Sequence[str]) -> float:
    """The wall time of one run, which must not fail: what stops early is fast for nothing."""
    began = time.perf_counter()
    run = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    took = time.perf_counter() - began
    finds_faults = "yamllint" in command
    if run.returncode not in ({0, 1} if finds_faults else {0}):
        sys.exit(f"{' '.join(command)} failed: {run.stderr.decode(errors='replace')}")
    return took


def medians(commands: Sequence[Sequence[str]], runs: int) -> list[float]:
    """The median wall time of each command, run in turn after one round that does not count."""
    rounds = [[seconds(command) for command in commands] for _ in range(runs + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def peak_megabytes(command: Sequence[str]) -> float:
    """The peak memory of one run, as the operating system counts it for a finished child."""
    probe = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", probe, *command], check=True, capture_output=True, text=True
    )
    per_megabyte = 1024**2 if sys.platform == "darwin" else 1024
    return int(printed.stdout) / per_megabyte


def report(what: str, ratio: float, target: float, detail: str) -> bool:
    """Print one line; return whether the target is met."""
    met = ratio <= target
    print(f"{'ok  ' if met else 'MISS'} {what}: {ratio:.2f} (target {target:.2f}; {detail})")
    return met


def csplan(*arguments: str) -> list[str]:
    """The command line of csplan in this environment."""
    return [sys.executable, "-m", "csplan", *arguments]


def start_up(work: Path, runs: int) -> bool:
    empty = work / "empty.py"
    empty.write_text(EMPTY_APP, encoding="utf-8")
    commands = [[sys.executable, str(empty), "--help"], csplan("--help"), csplan("--version")]
    base, for_help, for_version = medians(commands, runs)
    detail = f"empty typer app {base * 1000:.0f} ms"
    met = report("start-up, --help / empty typer app", for_help / base, 1.15, detail)
    return report("start-up, --version / empty typer app", for_version / base, 1.15, detail) and met


def ten_files(work: Path, runs: int) -> bool:
    plan = write_plan(work / "ten", 10)
    yamllint = [sys.executable, "-m", "yamllint", str(plan)]
    ours, theirs = medians([csplan("validate", str(plan)), yamllint], runs)
    detail = f"{ours:.2f} s / {theirs:.2f} s"
    return report("validate 10 files / yamllint", ours / theirs, 0.3, detail)


def many_files(work: Path, files: int, runs: int) -> bool:
    plan = write_plan(work / "many", files)
    compose = [sys.executable, "-c", COMPOSE, str(plan)]
    ours, theirs = medians([csplan("validate", str(plan)), compose], runs)
    detail = f"{ours:.2f} s / {theirs:.2f} s"
    return report(f"validate {files:,} files / composing them in C", ours / theirs, 2.0, detail)


def growth(work: Path, files: int, runs: int) -> bool:
    sizes = (10, files // 10, files)
    plans = [write_plan(work / f"growth-{size}", size) for size in sizes]
    few, some, many = medians([csplan("validate", str(plan)) for plan in plans], runs)
    early = (some - few) / (sizes[1] - sizes[0])
    late = (many - some) / (sizes[2] - sizes[1])
    detail = f"{early * 1000:.1f} ms, then {late * 1000:.1f} ms a file"
    return report(
        f"cost of a file, {sizes[1]} to {files:,} / 10 to {sizes[1]}", late / early, 1.25, detail
    )


def memory(work: Path, files: int) -> bool:
    plain = write_plan(work / "plain", files // 5)
    wordy = write_plan(work / "wordy", files // 5, comment_lines=300)
    usual, with_comments = (
        peak_megabytes(csplan("validate", str(plan))) for plan in (plain, wordy)
    )
    size = sum(path.stat().st_size for path in wordy.iterdir()) / sum(
        path.stat().st_size for path in plain.iterdir()
    )
    detail = f"{with_comments:.0f} MB / {usual:.0f} MB for {size:.1f} times the text"
    return report("memory with comments added / without", with_comments / usual, 1.1, detail)


def rules(runs: int) -> bool:
    """All rules on the shipped plans beside reading these: warm in one process, then cold.

    It is the time of the processor, and the least of many rounds: what else a busy machine does
    counts as little as can be.
    """
    rounds = [_read_and_checked() for _ in range(runs * 4)]
    reading, checking = (min(times) for times in zip(*rounds, strict=True))
    colds = [_cold() for _ in range(runs)]
    read, checked = (min(times) for times in zip(*colds, strict=True))
    detail = f"{checking * 1000:.1f} ms / {reading * 1000:.1f} ms"
    met = report("all rules / reading the shipped plans", checking / reading, 0.2, detail)
    detail = f"{checked * 1000:.1f} ms / {read * 1000:.1f} ms"
    return report("the same in a new process", checked / read, 0.2, detail) and met


def _read_and_checked() -> tuple[float, float]:
    began = time.process_time()
    workspace = load((PLANS,))
    read = time.process_time()
    check(workspace)
    return read - began, time.process_time() - read


def _cold() -> tuple[float, float]:
    command = [sys.executable, __file__, "--cold"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    read, checked = map(float, printed.split())
    return read, checked


def main() -> int:
    """Measure everything; exit with 1 if a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--files", type=int, default=1000, help="theme files of the largest plan")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command that count")
    parser.add_argument("--cold", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.cold:
        print(*_read_and_checked())
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        size = len(theme(0)) / 1024
        print(f"{wanted.files:,} files of {size:.0f} KB, medians of {wanted.runs} runs")
        met = [
            start_up(work, wanted.runs * 4),
            ten_files(work, wanted.runs),
            many_files(work, wanted.files, wanted.runs),
            growth(work, wanted.files, wanted.runs),
            memory(work, wanted.files),
            rules(wanted.runs),
        ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
