using System.Text.Json.Serialization;

namespace KeyAccount.Core.Estimation;

/// <summary>What came of a fit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FitOutcome>))]
public enum FitOutcome
{
    /// <summary>The likelihood has its maximum at the parameters.</summary>
    Fitted,

    /// <summary>There is a model, but no maximum was reached: the likelihood still rises, mostly because the data do not tell a
    /// parameter.</summary>
    NotConverged,

    /// <summary>Refused: fewer accounts than <see cref="FitOptions.MinimumAccounts"/>.</summary>
    TooFewAccounts,

    /// <summary>Refused: no account ordered twice.</summary>
    NoRepeatBuyers,

    /// <summary>Refused: mean amounts go with the number of orders, which the gamma-gamma model excludes.</summary>
    SpendGoesWithOrders,

    /// <summary>Refused: intervals between orders are 0 or not known, which tells nothing of their regularity.</summary>
    IntervalsNotKnown,

    /// <summary>Refused: cohorts with fewer than two renewals, or without a customer who left or stayed, do not tell two
    /// parameters.</summary>
    TooFewRenewals,
}
