using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>What is next at an account: an action of its plan, or what the review asks for and no plan knows.</summary>
/// <param name="Text">What to do.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Owner">By whom: a name, or a role.</param>
/// <param name="Planned">The action of the plan; null where it is in none.</param>
internal readonly record struct NextAction(Text Text, LocalDate DueOn, string Owner, PlannedAction? Planned);
