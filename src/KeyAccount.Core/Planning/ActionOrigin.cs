using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The origin of an action: which review asked for it, why, and for how long.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActionOrigin
{
    /// <summary>An origin.</summary>
    /// <param name="finding">The rule of the finding that the action answers; not blank.</param>
    /// <param name="rule">The rule that asks for it; not blank.</param>
    /// <param name="firstAskedOn">The date of the first review that asked for it.</param>
    /// <param name="lastAskedOn">The date of the last one; not before the first.</param>
    /// <exception cref="ArgumentException">A rule is blank, or the last date is before the first.</exception>
    [JsonConstructor]
    public ActionOrigin(string finding, string rule, LocalDate firstAskedOn, LocalDate lastAskedOn)
    {
        (Finding, Rule) = (Guard.NotBlank(finding, nameof(finding)), Guard.NotBlank(rule, nameof(rule)));
        (FirstAskedOn, LastAskedOn) = (Guard.Iso(firstAskedOn), Guard.Iso(lastAskedOn));
        if (lastAskedOn < firstAskedOn)
        {
            throw new ArgumentException(
                Invariant($"lastAskedOn is {lastAskedOn:R}; it must not be before firstAskedOn, {firstAskedOn:R}."), nameof(lastAskedOn));
        }
    }

    /// <summary>The rule of the finding that the action answers.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Finding { get; }

    /// <summary>The rule that asks for it.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Rule { get; }

    /// <summary>The date of the first review that asked for it.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate FirstAskedOn { get; }

    /// <summary>The date of the last one.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate LastAskedOn { get; }

    /// <summary>The number at the end of the action's id that shows that the action has returned after it ended: 2 for the first time. 1 if
    /// the action has not returned although its id looks so, such as that of a contract FA.2; null if the id shows it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    [FactRange(1, int.MaxValue, FactUnit.Count)]
    public int? Number { get; init => field = FactRange<ActionOrigin>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ActionOrigin {{ Finding = {Finding}, Rule = {Rule}, FirstAskedOn = {FirstAskedOn:R}, LastAskedOn = {LastAskedOn:R}, ")
        + Invariant($"Number = {Number} }}");
}
