"""Whether a verb is active or passive, also where its auxiliary is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse

SUBJECTS = ("nsubj", "nsubjpass")

Voice = Literal["active", "passive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceReader:
    """The voices of one sentence's verbs."""

    parse: Parse

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's grammatical subject is what is acted on."""
        words, parse = self.parse.words, self.parse
        if parse.dep(verb, "auxpass", "nsubjpass") is not None:
            return True
        if words[verb].tag not in ("VBN", "VBD"):
            return False
        if any(words[c].lemma in ("have", "be", "do") for c in parse.deps(verb, "aux")):
            return False
        return self._is_passive_alone(verb, bare=parse.dep(verb, "dobj") is None)

    def _is_passive_alone(self, verb: int, *, bare: bool) -> bool:
        """Whether a participle without an auxiliary is passive; ``bare`` where it has no object."""
        word, parse = self.parse.words[verb], self.parse
        if bare and (parse.dep(verb, "agent") is not None or self._joins_participle(verb)):
            return True
        if word.dep in ("acl", "amod"):
            return word.tag == "VBN" or (bare and parse.dep(verb, "nsubj") is None)
        if word.tag != "VBN" or not bare or word.dep in ("ccomp", "oprd", "xcomp", "acomp"):
            return word.tag == "VBN" and bare
        if parse.dep(verb, *SUBJECTS) is not None:
            return word.dep == "ROOT" and self._is_headline(verb)
        if word.dep == "conj":
            return not parse.words[word.head].tag.startswith("V") or self.is_passive(word.head)
        return word.dep in ("advcl", "ROOT", "relcl", "dep")

    def _joins_participle(self, verb: int) -> bool:
        """``The town, seized by rebels in May and retaken in June, ...``: no finite verb is joined to a participle."""
        words, parse = self.parse.words, self.parse
        over = words[words[verb].head]
        if words[verb].dep != "conj" or parse.dep(verb, *SUBJECTS) is not None:
            return False
        reduced = over.dep in ("acl", "amod") and over.tag == "VBN"
        cut = over.tag in ("VBD", "VBN") and parse.dep(over.at, "auxpass") is None
        cut = cut and parse.dep(over.at, "agent") is not None
        return (reduced or cut) and self.is_passive(over.at)

    def _is_headline(self, verb: int) -> bool:
        """``Six villages freed in a day``: headlines leave out the auxiliary, and no object follows."""
        words = self.parse.words
        behind = words[verb + 1 : verb + 2]
        alone = not any(word.tag in ("VBD", "VBZ", "VBP") or word.dep == "conj" for word in words if word.tag[0] == "V")
        return alone and (not behind or not behind[0].tag.startswith(("NN", "DT", "JJ", "PRP")))

    def is_verb(self, at: int) -> bool:
        """Whether a word is tagged as a verb or a modal."""
        return self.parse.words[at].tag.startswith(("V", "MD"))
