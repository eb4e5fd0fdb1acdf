"""`python -m zaakwerk.project.cli`: the same as `zaakwerk`, for children and tests."""

import sys

from zaakwerk.project.cli import main

if __name__ == "__main__":
    sys.exit(main())
