using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>An area of the customer's strategy, and a day on which we learned something of it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Date">The day.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record DecodedArea(CustomerStrategyArea Area, LocalDate Date)
{
    /// <summary>The area.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public CustomerStrategyArea Area { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Area);

    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); } = Guard.Iso(Date);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"DecodedArea {{ Area = {Area}, Date = {Date:R} }}");
}
