namespace KeyAccount.Core.SalesTeam;

/// <summary>What the records of performance show, counted over the periods of a person or a team.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record PitfallFacts
{
    /// <summary>How many periods there are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int Periods { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many of them were written about by human resources only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int OnlyHumanResources { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many had deductions and no reward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int OnlyDeductions { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many have ended without any coaching that was written down.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int WithoutCoaching { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many give the process less than a fifth of the weight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int LightOnProcess { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many were signed within a day as they had been proposed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int MerelySigned { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many have ended without anybody looking at the process, or give it less than a fifth of the weight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int WithoutProcess { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The longest row of periods, one after the other and none missing, with the same targets; 1 where they change each
    /// time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int Unchanged { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many periods are missing between those that are recorded, or since the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int Skipped { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>How many ended more than thirty days ago without a formal talk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int WithoutFeedback { get; init => field = FactRange<PitfallFacts>.Checked(value); }
}
