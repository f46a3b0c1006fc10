using System.ComponentModel.DataAnnotations.Schema;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>An <see cref="Assessment{TBand}"/> as an entity: what an account was worth on a day, and why.</summary>
/// <typeparam name="TBand">The bands: a term, stored as <see cref="TermConventions"/> says, or a string.</typeparam>
/// <remarks>
/// <para>Give your account a <c>List&lt;AssessmentSnapshot&lt;AccountTier&gt;&gt;</c>, and it has a history. Contributions and caps are
/// rows of tables of their own, so that they can be asked about: <c>a => a.Contributions.Any(part => part.Key == "margin" &amp;&amp;
/// part.Points &lt; 50)</c>.</para>
/// <para>Made whole by <see cref="From"/>, never changed after that; <see cref="ToAssessment"/> gives back an equal assessment.</para>
/// </remarks>
public sealed class AssessmentSnapshot<TBand>
    where TBand : class
{
    private AssessmentSnapshot()
    {
    }

    /// <summary>The key, given by the database.</summary>
    public long Id { get; private set; }

    /// <summary>The day the assessment is of.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The id of the scorecard.</summary>
    public string ModelId { get; private set; } = "";

    /// <summary>The version of the scorecard.</summary>
    public string ModelVersion { get; private set; } = "";

    /// <summary>0 … 100; null for an unrated account.</summary>
    public double? Score { get; private set; }

    /// <summary>The band, caps applied; null for an unrated account.</summary>
    public TBand? Band { get; private set; }

    /// <summary>The share of the weight that is known, 0 … 1.</summary>
    public double Coverage { get; private set; }

    /// <summary>The score with everything missing at its worst.</summary>
    public double LowestScore { get; private set; }

    /// <summary>The score with everything missing at its best.</summary>
    public double HighestScore { get; private set; }

    /// <summary>What each criterion contributes.</summary>
    public ICollection<ContributionSnapshot> Contributions { get; private set; } = [];

    /// <summary>What each cap did.</summary>
    public ICollection<CapSnapshot> Caps { get; private set; } = [];

    /// <summary>An assessment to be stored.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="asOf">The day it is of; a date of the ISO calendar.</param>
    /// <returns>A new entity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    public static AssessmentSnapshot<TBand> From(Assessment<TBand> assessment, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new()
        {
            AsOf = asOf.ToDateOnly(),
            ModelId = assessment.ModelId,
            ModelVersion = assessment.ModelVersion,
            Score = assessment.Score,
            Band = assessment.Band,
            Coverage = assessment.Coverage,
            LowestScore = assessment.Range.Low,
            HighestScore = assessment.Range.High,
            Contributions = [.. assessment.Contributions.Select((part, position) => new ContributionSnapshot(part, position))],
            Caps = [.. assessment.Caps.Select((cap, position) => new CapSnapshot(cap, position))],
        };
    }

    /// <summary>The assessment again.</summary>
    /// <returns>An assessment equal to the one that was stored.</returns>
    public Assessment<TBand> ToAssessment() => new(
        ModelId,
        ModelVersion,
        Score,
        Band,
        Coverage,
        new(LowestScore, HighestScore),
        [.. Contributions.OrderBy(part => part.Id).Select(part => part.ToContribution())],
        [.. Caps.OrderBy(cap => cap.Id).Select(cap => cap.ToAppliedCap())]);
}

/// <summary>A <see cref="Contribution"/> as a row.</summary>
/// <remarks>Part of an <see cref="AssessmentSnapshot{TBand}"/>, loaded and removed with it.</remarks>
[Owned]
public sealed class ContributionSnapshot
{
    private ContributionSnapshot()
    {
    }

    internal ContributionSnapshot(Contribution part, int position) =>
        (Id, Key, Group, Raw, Points, Weight, Value) = (position, part.Key, part.Group, part.Raw, part.Points, part.Weight, part.Value);

    /// <summary>Its place in the scorecard, from 0: its key within the assessment.</summary>
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key of its group; null outside any.</summary>
    public string? Group { get; private set; }

    /// <summary>The raw value in its unit, for a term its <c>Value</c>; null when it is not known.</summary>
    public double? Raw { get; private set; }

    /// <summary>Its points, 0 … 100; null when it takes no part.</summary>
    public double? Points { get; private set; }

    /// <summary>Its share of the whole, 0 … 1.</summary>
    public double Weight { get; private set; }

    /// <summary>What it adds to the score.</summary>
    public double Value { get; private set; }

    internal Contribution ToContribution() => new(Key, Group, Raw, Points, Weight, Value);
}

/// <summary>An <see cref="AppliedCap"/> as a row.</summary>
/// <remarks>Part of an <see cref="AssessmentSnapshot{TBand}"/>, loaded and removed with it.</remarks>
[Owned]
public sealed class CapSnapshot
{
    private CapSnapshot()
    {
    }

    internal CapSnapshot(AppliedCap cap, int position) => (Id, Key, State, Holds) = (position, cap.Key, cap.State, cap.Holds);

    /// <summary>Its place in the scorecard, from 0: its key within the assessment.</summary>
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; private set; }

    /// <summary>The key of the cap.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it did.</summary>
    public CapState State { get; private set; }

    /// <summary>Whether its condition holds; null when that is not known.</summary>
    public bool? Holds { get; private set; }

    internal AppliedCap ToAppliedCap() => new(Key, State, Holds);
}
