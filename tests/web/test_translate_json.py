"""The workbench's JSON routes against their description: made-up requests of every kind, by schemathesis."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema

import readerapp.web.translate
from readerapp.app import create_app
from readerapp.settings import Settings
from readerapp.web.translate.signing import COOKIE
from tests.web.translating import Translator, key

DOCUMENT = Path(__file__).parents[2] / "docs" / "workbench.openapi.json"
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
HEADERS = {"Accept": "application/json, application/problem+json", "Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("json")
    app = create_app(
        Settings(
            page_workers=0,
            cache=folder / "cache",
            translations=folder / "translations",
            database=str(folder / "readerapp.db"),
            sounds_per_minute=1_000_000,
            sign_ins_per_minute=1_000_000,
        )
    )
    yield app
    app.extensions["services"].narration.close()
    app.extensions["services"].room().database.close()


@pytest.fixture(scope="module")
def described(app: Flask) -> OpenApiSchema:
    found = schemathesis.openapi.from_path(DOCUMENT)
    found.app = app
    return found


def test_every_json_route_is_described(app: Flask) -> None:
    """The description names the views that answer JSON, with their addresses and methods, and no others."""
    folder = Path(readerapp.web.translate.__file__).parent
    makers = {
        node.name
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.Name) and _tells_json(node)
    }
    paths = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule): rule.methods - {"OPTIONS"}
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("translate.") and app.view_functions[rule.endpoint].__name__ in makers
    }
    found = json.loads(DOCUMENT.read_text("utf-8"))["paths"]
    assert {path: {method.upper() for method in methods} for path, methods in found.items()} == paths


def _tells_json(view: ast.FunctionDef) -> bool:
    """Whether a view makes its answer with jsonify, by itself or by the helper of the passkeys."""
    names = {node.func.id for node in ast.walk(view) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    return not view.name.startswith("_") and bool(names & {"jsonify", "_told"})


@pytest.mark.parametrize("count", [25, pytest.param(2000, marks=[pytest.mark.proof, pytest.mark.timeout(3600)])])
@pytest.mark.parametrize("operation", ["check", "passkey_options", "new_passkey_options"])
def test_made_up_requests_are_answered_as_described(
    app: Flask, described: OpenApiSchema, operation: str, count: int
) -> None:
    """Fitting ones and others, with a session and its token or without: the described form, never a fault of ours."""
    someone = Translator(app, f"{operation} {count}", ("*",)).join()
    place = key(someone.client, "%(num)s texts")
    token = re.search(r'name="form_token" value="([^"]+)"', someone.client.get(place).text)[1]
    cookies = {COOKIE: someone.client.get_cookie(COOKIE).value}
    asked = described.find_operation_by_id(operation)
    kinds = st.one_of(*(asked.as_strategy(mode) for mode in GenerationMode))
    statuses: set[int] = set()

    @settings(max_examples=count, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck])
    @given(kinds, st.sampled_from([(True, True), (True, False), (False, True), (False, False)]))
    def ask(case: Case, way: tuple[bool, bool]) -> None:
        here, signed_in = way
        if here:
            real = {"locale": "sv", "language": "sv", "key": place.rpartition("/")[2]}
            case.path_parameters = {name: real[name] for name in case.path_parameters}
        if signed_in and isinstance(case.body, dict):
            case.body["form_token"] = token
        case.cookies = cookies if signed_in else {}
        answer = case.call(base_url="http://localhost", headers=HEADERS)
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=list(CHECKS), headers=HEADERS)

    ask()
    assert 200 in statuses
    assert statuses & {400, 404}
