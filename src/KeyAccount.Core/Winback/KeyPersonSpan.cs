using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>A key decision maker at a customer, and from when to when the person has been there.</summary>
/// <param name="Name">What the person is called.</param>
/// <param name="Since">The first day in this part; null where that is not known.</param>
/// <param name="Until">The last day in this part; null where the person is still there.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record KeyPersonSpan(string Name, LocalDate? Since = null, LocalDate? Until = null)
{
    /// <summary>The first day in this part; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); } = Guard.Iso(Since);

    /// <summary>The last day in this part; null where the person is still there.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); } = Guard.Iso(Until);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"KeyPersonSpan {{ Name = {Name}, Since = {Since:R}, Until = {Until:R} }}");
}
