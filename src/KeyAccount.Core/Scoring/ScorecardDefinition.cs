using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>A scorecard as it was defined, before it is checked.</summary>
internal sealed record ScorecardDefinition<TBand>(
    string Id,
    string Version,
    IReadOnlyList<CriterionDefinition> Criteria,
    IReadOnlyList<(string Key, double Weight)> Groups,
    IReadOnlyList<CapDefinition<TBand>> Caps,
    (double From, TBand Band)[] Bands,
    MissingData MissingData,
    double? MinimumCoverage,
    ScorecardProvenance Provenance);

/// <summary>The sources: of every part that does not state its own, of the bands, and of the policy for missing data.</summary>
internal sealed record ScorecardProvenance(Provenance? Model, Provenance? Bands, Provenance? MissingData);
