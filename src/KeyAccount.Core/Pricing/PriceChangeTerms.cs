using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Pricing;

/// <summary>The contract terms that a price change must respect.</summary>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record PriceChangeTerms
{
    /// <summary>How long before a change the customer must be told; not negative.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public required Period Notice { get; init; }

    /// <summary>The windows in which the contract allows price changes, both ends included; empty if it always allows them.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [JsonConverter(typeof(DateIntervalsJsonConverter))]
    public IReadOnlyList<DateInterval> Windows
    {
        get;
        init => field = ValueList.Of(ValueList.Of(value, nameof(Windows)).Select(each => Guard.Iso(each, nameof(Windows))));
    } = ValueList.Of<DateInterval>([]);

    /// <summary>The shortest time between two steps; required if there is more than one step.</summary>
    [JsonConverter(typeof(PeriodJsonConverter))]
    public Period? Spacing { get; init; }
}
