"""The API as a page: FastAPI's own draws it with scripts from elsewhere, which our policy does not let in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    is_required: bool
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]


def operations(openapi: Schema) -> dict[str, list[Operation]]:
    """Tag → its operations, in the order of the document."""
    found: dict[str, list[Operation]] = {}
    for path, methods in openapi["paths"].items():
        for method, described in methods.items():
            operation = _operation(openapi, path, method.upper(), described)
            found.setdefault(described.get("tags", ["tandem"])[0], []).append(operation)
    return found


def _operation(openapi: Schema, path: str, method: str, described: Schema) -> Operation:
    return Operation(
        method,
        path,
        described.get("summary", ""),
        described.get("description", ""),
        tuple(_parameters(openapi, described)),
        tuple(_body(openapi, described)),
    )


def _parameters(openapi: Schema, described: Schema) -> Iterator[Field]:
    for parameter in described.get("parameters", []):
        yield _field(
            openapi, parameter["name"], parameter["schema"], is_required=parameter.get("required", False)
        )


def _body(openapi: Schema, described: Schema) -> Iterator[Field]:
    content = described.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = _resolved(openapi, content.get("schema", {}))
    for name, about in schema.get("properties", {}).items():
        yield _field(openapi, name, about, is_required=name in schema.get("required", []))


def _field(openapi: Schema, name: str, schema: Schema, *, is_required: bool) -> Field:
    choices = [_resolved(openapi, choice) for choice in schema.get("anyOf", [schema])]
    meant = [choice for choice in choices if choice.get("type") != "null"]
    kinds = dict.fromkeys(_kind(openapi, choice) for choice in meant)
    values = tuple(str(value) for choice in meant for value in choice.get("enum", ()))
    return Field(name, ", ".join(kinds), is_required, values)


def _kind(openapi: Schema, schema: Schema) -> str:
    if schema.get("type") == "array":
        return f"[{_kind(openapi, _resolved(openapi, schema.get('items', {})))}]"
    return str(schema.get("format") or schema.get("type", ""))


def _resolved(openapi: Schema, schema: Schema) -> Schema:
    """The schema itself where only its name is given."""
    reference = schema.get("$ref", "")
    if not reference:
        return schema
    resolved: Schema = openapi["components"]["schemas"][reference.rsplit("/", 1)[-1]]
    return resolved
