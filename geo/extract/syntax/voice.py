"""Whether a verb is active or passive, also where its auxiliary is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.extract.syntax.parse import Parse

SUBJECTS = ("nsubj", "nsubjpass")

Voice = Literal["active", "passive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceReader:
    """The voices of one sentence's verbs."""

    parse: Parse

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's grammatical subject is what is acted on."""
        words, parse = self.parse.words, self.parse
        if parse.dep(verb, "auxpass") is not None or parse.dep(verb, "nsubjpass") is not None:
            return True
        if words[verb].tag not in ("VBN", "VBD") or any(words[c].lemma in ("have", "be", "do") for c in parse.deps(verb, "aux")):
            return False
        if words[verb].dep in ("acl", "amod"):
            return words[verb].tag == "VBN" or parse.dep(verb, "dobj") is None and parse.dep(verb, "nsubj") is None
        if parse.dep(verb, "dobj", *SUBJECTS) is not None and words[verb].dep not in ("ccomp", "oprd", "xcomp"):
            return False
        if words[verb].tag != "VBN":
            return False
        if words[verb].dep == "conj":
            return self.is_passive(words[verb].head) if words[words[verb].head].tag.startswith("V") else True
        if words[verb].dep in ("ccomp", "oprd", "xcomp"):
            return parse.dep(verb, "dobj") is None
        return words[verb].dep in ("advcl", "ROOT", "relcl", "dep") and parse.dep(verb, "dobj") is None

    def is_verb(self, at: int) -> bool:
        """Whether a word is tagged as a verb or a modal."""
        return self.parse.words[at].tag.startswith(("V", "MD"))
