using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>Whether the gifts of an activity may be given, and why.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Verdict">Whether the gifts may be given.</param>
/// <param name="RuleId">The rule of <see cref="ActivityTables.GiftRules"/> that decided.</param>
/// <param name="Reason">The reason, and what to do about a refusal.</param>
/// <remarks>Immutable, with value equality. A refusal is a result, not an exception.</remarks>
public sealed record GiftRuling(string ActivityId, GiftVerdict Verdict, string RuleId, Text Reason);
