using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>On a day, somebody expected a deal to close on another day.</summary>
/// <param name="On">The day on which it was expected.</param>
/// <param name="ExpectedClose">The day that was expected.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record CloseDateEntry(
    [property: JsonConverter(typeof(LocalDateJsonConverter))] LocalDate On,
    [property: JsonConverter(typeof(LocalDateJsonConverter))] LocalDate ExpectedClose)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"CloseDateEntry {{ On = {On:R}, ExpectedClose = {ExpectedClose:R} }}");
}
