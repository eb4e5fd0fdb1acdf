"""Files: which files are the project's own, for the checks that read them all."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def own_files() -> tuple[Path, ...]:
    """Everything that is or would be in version control."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = (ROOT / name for name in listed.split("\0") if name)
    return tuple(sorted(path for path in set(found) if path.is_file()))


@cache
def modules() -> tuple[Path, ...]:
    """Our Python, without what Django generates."""
    return tuple(path for path in own_files() if path.suffix == ".py" and "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    """A module as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path) -> str:
    """A path as people write it."""
    return str(path.relative_to(ROOT))
