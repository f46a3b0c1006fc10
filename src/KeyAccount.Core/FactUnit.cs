using System.Text.Json.Serialization;

namespace KeyAccount.Core;

/// <summary>The unit of a fact.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FactUnit>))]
public enum FactUnit
{
    /// <summary>A plain number, or one whose unit another fact names.</summary>
    Number,

    /// <summary>A share or a rate as a fraction: 0.35 is 35 per cent.</summary>
    Fraction,

    /// <summary>Points of a scale from 0 to 100.</summary>
    Points,

    /// <summary>An amount of money, in the one currency of the call or of the portfolio.</summary>
    Money,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Things or people, counted.</summary>
    Count,

    /// <summary>A frequency per year.</summary>
    TimesPerYear,

    /// <summary>A rank; 1 is the best.</summary>
    Rank,

    /// <summary>A judgement from 1 to 10.</summary>
    Rating,
}
