using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>The next action at an account: an action of its plan, or one that the review asks for and no plan knows.</summary>
/// <param name="Text">The action in a sentence.</param>
/// <param name="DueOn">The day on which it is due.</param>
/// <param name="Owner">The owner: a name, or a role.</param>
/// <param name="Planned">The action of the plan; null if it is in none.</param>
internal readonly record struct NextAction(Text Text, LocalDate DueOn, string Owner, PlannedAction? Planned);
