using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>One trait of a checklist with what is known of it.</summary>
/// <param name="Key">The key of the trait.</param>
/// <param name="Label">The display name.</param>
/// <param name="State">Whether it is met.</param>
/// <param name="Evidence">What shows it; null while it is unknown.</param>
/// <param name="Question">What to find out; null once it is known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TraitFinding(string Key, Text Label, TraitState State, Text? Evidence, Text? Question);
