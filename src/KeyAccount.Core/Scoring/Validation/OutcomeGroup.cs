using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>What became of accounts with like scores: a band, or a tenth of all.</summary>
/// <remarks>Shares, rates and means are of the weights where accounts have weights. Immutable; equal when every part is.</remarks>
public sealed record OutcomeGroup
{
    /// <summary>What the group is called.</summary>
    public required Text Name { get; init; }

    /// <summary>The lowest score in it; null where scores are not known or there is no account.</summary>
    public double? Lowest { get; init; }

    /// <summary>The highest score in it.</summary>
    public double? Highest { get; init; }

    /// <summary>How many accounts it has.</summary>
    public int Accounts { get; init; }

    /// <summary>To how many of them the event happened; of money, how many brought some.</summary>
    public int Events { get; init; }

    /// <summary>Its share of all rated accounts, 0 … 1; 0 for the unrated.</summary>
    public double Share { get; init; }

    /// <summary>The rate of the event, or the mean amount; null without accounts.</summary>
    public double? Outcome { get; init; }

    /// <summary>Where rate or mean may lie in truth: Wilson's interval of the rate; of the mean the normal one, null below two accounts.
    /// Accounts with weights count as (Σw)²/Σw² of the same weight.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>By what factor rate or mean is above that of all rated accounts; null where that is 0 or there is no account.</summary>
    public double? Lift { get; init; }

    /// <summary>The share of all events, or of all money, that is found in it; null where there is none.</summary>
    public double? Capture { get; init; }

    /// <summary>The share of the accounts in this group and those before it.</summary>
    public double CumulativeShare { get; init; }

    /// <summary>The share of the events, or of the money, in this group and those before it.</summary>
    public double? CumulativeCapture { get; init; }

    /// <summary>The probability that was promised for its accounts, on average; null where none was.</summary>
    public double? Promised { get; init; }

    /// <summary>Whether what was promised is where the rate may lie; null where nothing was promised.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool? IsCalibrated => Promised is { } promised && Interval is { } range ? promised >= range.Low && promised <= range.High : null;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant($"OutcomeGroup {{ Name = {Name}, Accounts = {Accounts}, Events = {Events}, ")
        + Invariant($"Outcome = {Outcome}, Interval = {Interval}, Lift = {Lift}, Capture = {Capture}, Promised = {Promised} }}");
}
