"""The API can be read about without a script from anywhere."""

import pytest
from fastapi.testclient import TestClient

from app.home.reference import Field, operations

OPENAPI = {
    "paths": {
        "/things": {
            "post": {
                "tags": ["things"],
                "summary": "Add Thing",
                "parameters": [
                    {
                        "name": "key",
                        "required": False,
                        "schema": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    }
                ],
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "required": ["lead"],
                "properties": {
                    "lead": {"$ref": "#/components/schemas/Lead"},
                    "on": {"type": "string", "format": "date"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
            "Lead": {"type": "string", "enum": ["citizens", "together"]},
        }
    },
}


def test_an_operation_names_its_fields_kinds_and_values() -> None:
    (operation,) = operations(OPENAPI)["things"]
    assert (operation.method, operation.path) == ("POST", "/things")
    assert operation.parameters == (Field("key", "string", is_required=False),)
    assert operation.body == (
        Field("lead", "string", is_required=True, values=("citizens", "together")),
        Field("on", "date", is_required=False),
        Field("tags", "[string]", is_required=False),
    )


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_page_shows_every_operation_without_signing_in(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    assert "/api/v1/initiatives/{initiative_id}" in page.text
    assert "cdn" not in page.text
