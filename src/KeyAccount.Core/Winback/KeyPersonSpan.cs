using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The period in which a key decision maker is or was at a customer.</summary>
/// <param name="Name">The name of the person.</param>
/// <param name="Since">The first day in this role; null if not known.</param>
/// <param name="Until">The last day in this role; null if the person is still there.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record KeyPersonSpan(string Name, LocalDate? Since = null, LocalDate? Until = null)
{
    /// <summary>The first day in this role; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); } = Guard.Iso(Since);

    /// <summary>The last day in this role; null if the person is still there.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Until { get; init => field = Guard.Iso(value, nameof(Until)); } = Guard.Iso(Until);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"KeyPersonSpan {{ Name = {Name}, Since = {Since:R}, Until = {Until:R} }}");
}
