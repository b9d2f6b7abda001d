"""YAML files as checked objects: unknown keys, bad values and doubled keys are errors with `path:line`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from checker.domain import CheckerError


class Strict(BaseModel):
    """A frozen object that takes only the keys it knows."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


Model = TypeVar("Model", bound=BaseModel)


class _Loader(yaml.SafeLoader):
    pass


def _mapping_without_doubles(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            mark = node.value[index][0].start_mark
            raise yaml.MarkedYAMLError(problem=f"the key '{key}' stands twice", problem_mark=mark)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping_without_doubles)


def line_of(node: yaml.Node | None, keys: Iterable[Any]) -> int:
    """The line (from 1) of the deepest part of `keys` that stands in the file."""
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            hit = next(((k, v) for k, v in node.value if k.value == str(key)), None)
            if hit is None:
                continue  # pydantic puts the name of a union's branch into the path
            line, node = hit[0].start_mark.line + 1, hit[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
    return line


def load_yaml(model: type[Model], path: Path) -> Model:
    """The file as a `model`; CheckerError naming path, line and what is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 (a SafeLoader with one check more)
        return model.model_validate(content)
    except ValidationError as error:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        raise CheckerError("\n".join(_complaint(path, node, item) for item in error.errors()[:5])) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CheckerError(f"{path}:{line}: {error.problem}") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CheckerError(f"{path}: cannot be read: {error}") from None


def _complaint(path: Path, node: yaml.Node | None, item: Any) -> str:
    keys = ".".join(map(str, item["loc"]))
    return f"{path}:{line_of(node, item['loc'])}: {keys + ': ' if keys else ''}{item['msg']}"
