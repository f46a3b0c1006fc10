using System.Text.Json.Serialization;

namespace KeyAccount.Core.Estimation;

/// <summary>The outcome of a fit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FitOutcome>))]
public enum FitOutcome
{
    /// <summary>The likelihood has its maximum at the parameters.</summary>
    Fitted,

    /// <summary>There is a model, but no maximum was reached: the likelihood still rises, mostly because the data do not identify a
    /// parameter.</summary>
    NotConverged,

    /// <summary>Refused: fewer accounts than <see cref="FitOptions.MinimumAccounts"/>.</summary>
    TooFewAccounts,

    /// <summary>Refused: no account ordered twice.</summary>
    NoRepeatBuyers,

    /// <summary>Refused: mean amounts are correlated with the number of orders, which the gamma-gamma model excludes.</summary>
    SpendGoesWithOrders,

    /// <summary>Refused: intervals between orders are 0 or not known, so that their regularity cannot be estimated.</summary>
    IntervalsNotKnown,

    /// <summary>Refused: cohorts with fewer than two renewals, or without a customer who left or stayed, do not identify two
    /// parameters.</summary>
    TooFewRenewals,
}
