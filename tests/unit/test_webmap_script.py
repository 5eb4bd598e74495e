"""The committed bundle is made from the committed modules, and the modules pass their own tests."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess

import pytest

from geo.names import fold
from geo.regions import open_region
from geo.webmap.finder import finder


@pytest.fixture
def script(root):
    return root / "geo" / "webmap" / "script"


@pytest.fixture
def bundle(root):
    return (root / "geo" / "webmap" / "assets" / "page.js").read_text(encoding="utf-8")


@pytest.fixture
def node():
    found = shutil.which("node")
    if found is None:
        pytest.skip("node is not installed; it is needed to develop the page's script, not to use it")
    return found


def test_the_bundle_is_made_from_these_modules(script, bundle):
    digest = hashlib.sha256()
    for path in sorted([*script.glob("*.js"), script / "words.json"]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    told = re.match(r"/\* built from geo/webmap/script, sources sha256 ([0-9a-f]{64}) \*/\n", bundle)
    assert told, "the bundle says what it was made from in its first line"
    assert told[1] == digest.hexdigest(), "run `npm ci && npm run build` in geo/webmap/script and commit assets/page.js"


def test_building_the_bundle_again_gives_the_same_bytes(script, bundle, node):
    if not (script / "node_modules" / "esbuild").is_dir():
        pytest.skip("esbuild is not installed: run `npm ci` in geo/webmap/script")
    made = subprocess.run([node, "build.mjs", "--stdout"], cwd=script, capture_output=True, check=True)
    assert made.stdout.decode() == bundle


def test_the_modules_pass_their_own_tests(script, node):
    done = subprocess.run([node, "--test", "tests/"], cwd=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_modules_agree_with_their_types(script, node):
    compiler = script / "node_modules" / "typescript" / "bin" / "tsc"
    if not compiler.is_file():
        pytest.skip("typescript is not installed: run `npm ci` in geo/webmap/script")
    done = subprocess.run(
        [node, str(compiler), "--project", "jsconfig.json"], cwd=script, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_page_knows_every_place_of_its_search_by_its_id(script, node):
    for region in map(open_region, ("karabakh", "ukraine")):
        rows = [row for row in finder(region, region.places) if "names" in row]
        ids = run(script, node, "./finder.js", "idOf", rows)
        assert len(set(ids)) == len(ids)
        assert set(ids) <= {place.id for place in region.places}


def test_the_page_s_search_folds_every_name_as_the_gazetteer_does(script, node):
    names = sorted({name for region in ("karabakh", "ukraine") for name in _names(region)} | {"Ξ И\u0306 ß ﬁ _x_ ǅ"})
    assert dict(zip(names, run(script, node, "./finder.js", "fold", names), strict=True)) == {
        name: fold(name) for name in names
    }


def run(script, node, module, function, values):
    """What a function of a module says of each value."""
    code = f"import {{ {function} }} from '{module}'; import {{ readFileSync }} from 'node:fs';"
    code += f"process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((one) => {function}(one))));"
    command = [node, "--input-type=module", "-e", code]
    done = subprocess.run(command, cwd=script, input=json.dumps(values), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _names(region_id):
    region = open_region(region_id)
    for item in (*region.areas, *region.places):
        yield item.name
        yield from (text for _, text in region.names_of(item))


def test_no_module_puts_text_into_the_page_as_markup(script):
    markup = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
    assert [path.name for path in script.glob("*.js") if markup.search(path.read_text(encoding="utf-8"))] == []
