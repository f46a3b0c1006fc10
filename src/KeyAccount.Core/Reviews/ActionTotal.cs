using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The number of times that an action occurs in a portfolio.</summary>
/// <param name="Kind">The kind of action.</param>
/// <param name="Accounts">The number of accounts with the action.</param>
/// <param name="FirstDueOn">The day on which the first of them is due.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ActionTotal(
    ActionKind Kind, int Accounts, LocalDate FirstDueOn)
{
    /// <summary>The day on which the first of them is due.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate FirstDueOn { get; init => field = Guard.Iso(value, nameof(FirstDueOn)); } = Guard.Iso(FirstDueOn);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ActionTotal {{ Kind = {Kind}, Accounts = {Accounts}, FirstDueOn = {FirstDueOn:R} }}");
}
