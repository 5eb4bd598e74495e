"""Nothing in the data can leave its element, and the policy names exactly the code that is there."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from geo.webmap.embed import content_security_policy, json_for_script

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{7*7}} {% raw %} ${7*7}",
    "<img src=x onerror=alert(1)>",
    "a\u2028b\u2029c\x00d",
    "lone \ud83d surrogate",
    "@@policy@@ @@data@@",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_as_data_and_holds_no_markup(text):
    written = json_for_script({text: [text]})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {text: [text]}
    written.encode()


def test_a_number_that_json_lacks_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        json_for_script({"day": float("nan")})


def test_the_policy_allows_these_scripts_and_styles_and_no_request():
    page = '<style>a{}</style><script type="application/json">{}</script><script>one()</script><script>two()</script>'
    policy = content_security_policy(page)
    for code in ("one()", "two()", "a{}"):
        assert base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() in policy
    assert policy.count("sha256-") == 3
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
