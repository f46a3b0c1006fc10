using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The finding on one trait of a checklist.</summary>
/// <param name="Key">The key of the trait.</param>
/// <param name="Label">The display name.</param>
/// <param name="State">Whether the trait is met.</param>
/// <param name="Evidence">The evidence; null while the trait is unknown.</param>
/// <param name="Question">The question to ask; null once the trait is known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TraitFinding(string Key, Text Label, TraitState State, Text? Evidence, Text? Question);
