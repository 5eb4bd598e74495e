"""Mends what the parser often gets wrong, before anything is read from a tree: each mending is one function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.mending import (
    clauses,
    closings,
    conditions,
    contrasts,
    counted,
    descriptions,
    duties,
    exceptions,
    inclusion,
    lists,
    members,
    misread,
    mixed,
    named_sites,
    negations,
    openings,
    passives,
    relatives,
    remainders,
    routes,
    rumours,
    run_together,
    samples,
    shares,
    speech,
    subjects,
    times,
    verbs,
    whereabouts,
)
from geo.extract.syntax.mending.links import rehang, tagged

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse


_RETAGGINGS = (
    misread.irregular_forms,
    misread.movers_into,
    misread.acronyms_as_plurals,
    misread.participles_as_nouns,
    misread.sites_as_verbs,
    misread.reports_as_verbs,
    misread.got_passives,
    misread.perfects_as_names,
    misread.lone_participles,
    misread.passed_under,
    misread.infinitives_as_nouns,
    misread.allies_as_verbs,
    misread.flags_that_fly,
    duties.duties_as_control,
)
"""The mendings of words that the tagger took for another class, in the order in which they are made."""

_MENDINGS = (
    verbs.parted_verbs,
    openings.parted_openings,
    openings.fronted_states,
    run_together.subjects_joined_to_names,
    run_together.subjects_joined_to_nouns,
    run_together.names_before_subjects,
    run_together.names_before_one,
    run_together.names_before_soldiers,
    run_together.clauses_before_times,
    times.names_before_times,
    times.states_behind_times,
    inclusion.fellows_behind,
    verbs.verbs_as_adjectives,
    descriptions.descriptions_of_names,
    subjects.subjects_before_descriptions,
    subjects.subjects_behind_descriptions,
    subjects.doubled_subjects,
    subjects.asides_before_subjects,
    speech.strayed_reports,
    subjects.subjects_before_asides,
    verbs.subjects_of_third_persons,
    verbs.perfect_participles,
    verbs.clauses_of_time,
    verbs.inverted_conditions,
    verbs.going_on,
    relatives.behind_edges,
    relatives.behind_appositions,
    relatives.of_whole_lists,
    conditions.were_to,
    verbs.what_is_to_be,
    verbs.subjects_behind_clauses,
    verbs.subjects_behind_names,
    verbs.takers_of_nouns,
    verbs.headlines_told,
    members.reduced_relatives,
    subjects.opening_list,
    lists.kinds_of_lists,
    named_sites.numbered_sites,
    named_sites.sites_behind_names,
    lists.named_among,
    counted.named_behind_land,
    lists.town_and_more,
    lists.aside_participles,
    mixed.behind_colons,
    mixed.mixed_lists,
    members.told_in_turn,
    members.things_in_turn,
    mixed.set_off_members,
    mixed.two_subjects,
    members.listed_things,
    whereabouts.in_and_around,
    whereabouts.sites_in_towns,
    whereabouts.situations,
    samples.samples,
    members.repeated_links,
    members.rounded_shares,
    members.late_members,
    shares.shares_of_which,
    members.counted_more,
    clauses.excepted_subjects,
    remainders.little_beyond,
    exceptions.excepted_places,
    contrasts.set_aside,
    negations.no_times,
    routes.ways_between,
    clauses.judged_clauses,
    clauses.gerunds_of_reports,
    clauses.terms_given,
    clauses.clauses_said_far_off,
    clauses.clauses_taken_for_objects,
    clauses.clauses_over_land,
    subjects.clefts,
    subjects.absolute_subjects,
    subjects.shared_fates,
    rumours.far_reports,
    speech.stolen_objects,
    speech.reported_as,
    speech.joined_reports,
    speech.inserted_reports,
    speech.inserted_asides,
    speech.foreign_clauses,
    speech.shared_subjects,
    speech.trailing_reports,
    speech.declared_states,
    speech.told_clauses,
    speech.said_in_passing,
    speech.second_clauses,
    speech.stolen_names,
    closings.closing_reports,
)
"""The mendings that need no other, in the order in which they are made."""


def mend(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with the usual mistakes mended."""
    parse = verbs.retagged(lists.plural_kinds(parse, lexicon), lexicon)
    parse = tagged(parse, subjects.opening_name(parse, lexicon), "NNP")
    for retagging in _RETAGGINGS:
        parse = retagging(parse, lexicon)
    parse = rehang(parse, {**misread.bare_possessives(parse, lexicon), **misread.joined_states(parse)})
    parse = rehang(parse, misread.prepositions_as_adverbs(parse))
    parse = rehang(parse, members.near_of(parse))
    parse = rehang(parse, mixed.alike(parse))
    parse = rehang(parse, clauses.before_semicolons(parse))
    parse = rehang(parse, clauses.parted_by_semicolons(parse, lexicon))
    parse = rehang(parse, lists.strayed_members(parse))
    parse = rehang(parse, subjects.lost_predicates(parse))
    parse = rehang(parse, passives.parted_passives(parse))
    parse = rehang(parse, passives.staying_passives(parse, lexicon))
    parse = rehang(parse, subjects.asides_before_clauses(parse))
    parse = rehang(parse, verbs.uneven_members(parse))
    parse = rehang(parse, inclusion.members_among(parse))
    parse = rehang(parse, relatives.set_off_participles(parse))
    parse = rehang(parse, lists.spelled_out(parse, lexicon))
    parse = rehang(parse, subjects.swallowed_subjects(parse))
    parse = rehang(parse, members.parted_control(parse, lexicon))
    parse = rehang(parse, inclusion.fallen_with_it(parse, lexicon))
    parse = rehang(parse, inclusion.named_behind(parse, lexicon))
    parse = rehang(parse, relatives.bare_relatives(parse))
    parse = rehang(parse, relatives.contact_relatives(parse))
    parse = rehang(parse, relatives.near_antecedents(parse))
    parse = rehang(parse, relatives.near_members(parse))
    parse = rehang(parse, relatives.behind_links(parse))
    parse = rehang(parse, rehung := relatives.relative_objects(parse))
    parse = tagged(parse, {at: link for at, link in rehung.items() if link[1] == "relcl"}, "VBD")
    parse = passives.passives_apart(tagged(parse, passives.joined_passives(parse, lexicon), "VBN"), lexicon)
    parse = rehang(parse, passives.headline_passives(parse, lexicon))
    for mending in _MENDINGS:
        parse = rehang(parse, mending(parse, lexicon))
    return lists.as_participles(parse, lexicon)
