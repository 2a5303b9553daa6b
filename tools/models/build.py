"""Builds the models that the app ships: `python tools/models/build.py [model-id ...]`, all of them by default.

Each goes to `public/models/<model-id>/`; tools/models/README.md says what it takes. The builders are imported only
when they are needed: the static ones need more packages.
"""

import argparse
from pathlib import Path

CONTEXTUAL = ["bge-small-zh-v1.5", "all-minilm-l6-v2", "multilingual-e5-small"]
CAUSAL = ["smollm2-135m"]
STATIC = ["glove-6b-50d", "glove-zh-cedict"]
OUT = Path(__file__).resolve().parents[2] / "public" / "models"


def main() -> None:
    """Builds the models named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model_ids", nargs="*", metavar="model-id", help=", ".join(CONTEXTUAL + CAUSAL + STATIC))
    for model_id in parser.parse_args().model_ids or CONTEXTUAL + CAUSAL + STATIC:
        if model_id in CONTEXTUAL:
            from contextual.build import build
        elif model_id in CAUSAL:
            from causal.build import build
        elif model_id in STATIC:
            from static.build import build
        else:
            parser.error(f"no model is called {model_id}; there are {', '.join(CONTEXTUAL + CAUSAL + STATIC)}")
        build(model_id, OUT / model_id)
        print(f"built {model_id}")


if __name__ == "__main__":
    main()
