"""Reads the clause of a verb: what plays a part in it, and how the verb is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.arguments import ArgumentReader
from geo.extract.syntax.clauses.manner import Manner, MannerReader
from geo.extract.syntax.clauses.shares import in_share, share_in
from geo.extract.syntax.trees.voice import VoiceReader

if TYPE_CHECKING:
    from geo.extract.lexicon import Control
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase, PhraseReader
    from geo.extract.syntax.trees.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb with what plays a part in it."""

    verb: int
    lemma: str
    voice: Voice
    subject: tuple[Phrase, ...]
    object: tuple[Phrase, ...]
    dative: tuple[Phrase, ...]
    agent: tuple[Phrase, ...]
    adjuncts: tuple[tuple[str, tuple[Phrase, ...]], ...]
    particles: frozenset[str]
    manner: Manner

    def behind(self, *prepositions: str) -> tuple[Phrase, ...]:
        """What stands behind these prepositions."""
        return tuple(phrase for word, phrases in self.adjuncts if word in prepositions for phrase in phrases)


class ClauseReader:
    """The clauses of one sentence."""

    def __init__(self, phrases: PhraseReader, lexicon: SyntaxLexicon) -> None:
        self.phrases = phrases
        self.parse = phrases.parse
        self._lexicon = lexicon
        self._voice = VoiceReader(parse=self.parse)
        self._arguments = ArgumentReader(parse=self.parse, phrases=phrases, voice=self._voice, lexicon=lexicon)
        self._manners = MannerReader(parse=self.parse, voice=self._voice, lexicon=lexicon)

    def clause(self, verb: int) -> Clause:
        """The clause of a verb."""
        passive = self.is_passive(verb)
        given = self._given(verb) if passive else None
        receiver = self.subject(verb) if given is not None else self._arguments.dative(verb)
        return Clause(
            verb=verb,
            lemma=self.parse.words[verb].lemma,
            voice="passive" if passive else "active",
            subject=self._shared(verb, self._phrases(self.subject(verb) if given is None else given), subject=True),
            object=self._shared(verb, self._phrases(None if passive else self._arguments.object(verb)), subject=False),
            dative=self._phrases(receiver),
            agent=self._arguments.agent(verb),
            adjuncts=tuple(self._arguments.adjuncts(verb)),
            particles=self._arguments.particles(verb),
            manner=self.manner(verb),
        )

    def _shared(self, verb: int, phrases: tuple[Phrase, ...], *, subject: bool) -> tuple[Phrase, ...]:
        """``Hama, most of which they hold``: how much of what the clause is said of."""
        share = share_in(self.parse, verb, self._lexicon, subject=subject)
        return in_share(phrases, share) if share else phrases

    def _given(self, verb: int) -> int | None:
        """What is given, where its receiver is the subject: ``The militia was handed the town``."""
        if self.parse.words[verb].lemma not in self._lexicon.lists["giving_to"]:
            return None
        given = self.parse.dep(verb, "dobj", "oprd")
        return None if given is None or self.parse.words[given].lemma in self._lexicon.lists["durations"] else given

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's grammatical subject is what is acted on."""
        return self._voice.is_passive(verb)

    def subject(self, verb: int) -> int | None:
        """The head of the grammatical subject, wherever it stands."""
        return self._arguments.subject(verb)

    def manner(self, at: int) -> Manner:
        """How the event of a verb is meant."""
        return self._manners.of(at)

    def control(self, verb: int) -> Control | None:
        """What a verb of control says of what it governs."""
        return self._manners.control(verb)

    def _phrases(self, head: int | None) -> tuple[Phrase, ...]:
        return () if head is None else tuple(self.phrases.read(head))
