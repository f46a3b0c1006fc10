using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How often an action occurs in a portfolio.</summary>
/// <param name="Kind">What is to do.</param>
/// <param name="Accounts">In how many accounts.</param>
/// <param name="FirstDueOn">By when the first of them.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ActionTotal(
    ActionKind Kind, int Accounts, LocalDate FirstDueOn)
{
    /// <summary>By when the first of them.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate FirstDueOn { get; init => field = Guard.Iso(value, nameof(FirstDueOn)); } = Guard.Iso(FirstDueOn);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ActionTotal {{ Kind = {Kind}, Accounts = {Accounts}, FirstDueOn = {FirstDueOn:R} }}");
}
