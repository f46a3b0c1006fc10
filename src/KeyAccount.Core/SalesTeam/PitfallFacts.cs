namespace KeyAccount.Core.SalesTeam;

/// <summary>Counts from performance records, over the periods of a person or a team.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record PitfallFacts
{
    /// <summary>The number of periods.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int Periods { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of periods about which only human resources wrote.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int OnlyHumanResources { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of periods with deductions and no reward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int OnlyDeductions { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of ended periods without any recorded coaching.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int WithoutCoaching { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of periods that give the process less than a fifth of the weight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int LightOnProcess { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of periods whose targets were signed within a day, as proposed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int MerelySigned { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of periods that ended without anybody checking the process, or that give it less than a fifth of the
    /// weight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int WithoutProcess { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The longest unbroken run of periods with the same targets; 1 if they change each time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int Unchanged { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of periods missing between the recorded ones, or since the last one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int Skipped { get; init => field = FactRange<PitfallFacts>.Checked(value); }

    /// <summary>The number of periods that ended more than thirty days ago without a formal talk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Count)]
    public int WithoutFeedback { get; init => field = FactRange<PitfallFacts>.Checked(value); }
}
