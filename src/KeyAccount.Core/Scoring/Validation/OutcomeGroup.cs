using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The outcomes of accounts with similar scores: a band, or a tenth of all accounts.</summary>
/// <remarks>If accounts have weights, then shares, rates and means are weighted. Immutable; equal when every part is.</remarks>
public sealed record OutcomeGroup
{
    /// <summary>The name of the group.</summary>
    public required Text Name { get; init; }

    /// <summary>The lowest score in the group; null if scores are not known or there is no account.</summary>
    public double? Lowest { get; init; }

    /// <summary>The highest score in the group.</summary>
    public double? Highest { get; init; }

    /// <summary>The number of accounts.</summary>
    public int Accounts { get; init; }

    /// <summary>The number of accounts to which the event happened; for money, the number that brought in some.</summary>
    public int Events { get; init; }

    /// <summary>The share of all rated accounts, 0 … 1; 0 for the unrated.</summary>
    public double Share { get; init; }

    /// <summary>The rate of the event, or the mean amount; null without accounts.</summary>
    public double? Outcome { get; init; }

    /// <summary>The confidence interval of the rate or mean: Wilson's interval for a rate; the normal one for a mean, null for fewer than
    /// two accounts. Accounts with weights count as (Σw)²/Σw² accounts of equal weight.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The rate or mean as a multiple of that of all rated accounts; null if that is 0 or there is no account.</summary>
    public double? Lift { get; init; }

    /// <summary>The share of all events, or of all money, in this group; null if there are none.</summary>
    public double? Capture { get; init; }

    /// <summary>The share of the accounts in this group and those before it.</summary>
    public double CumulativeShare { get; init; }

    /// <summary>The share of the events, or of the money, in this group and those before it.</summary>
    public double? CumulativeCapture { get; init; }

    /// <summary>The mean predicted probability of its accounts; null if none was predicted.</summary>
    public double? Promised { get; init; }

    /// <summary>Whether the predicted probability lies in the confidence interval of the rate; null if none was predicted.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool? IsCalibrated => Promised is { } promised && Interval is { } range ? promised >= range.Low && promised <= range.High : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"OutcomeGroup {{ Name = {Name}, Accounts = {Accounts}, Events = {Events}, ")
        + Invariant($"Outcome = {Outcome}, Interval = {Interval}, Lift = {Lift}, Capture = {Capture}, Promised = {Promised} }}");
}
