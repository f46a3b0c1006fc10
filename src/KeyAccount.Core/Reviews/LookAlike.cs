using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A prospect that resembles the best customers.</summary>
/// <param name="Account">The id of the account.</param>
/// <param name="Name">The name of the account.</param>
/// <param name="Match">Its similarity to them, and what separates it from them.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record LookAlike(string Account, string Name, PortraitMatch Match)
{
    /// <summary>Its similarity to them, and what separates it from them.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public PortraitMatch Match { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Match);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account and its similarity.</returns>
    public override string ToString() => Invariant($"LookAlike {{ Account = {Account}, Similarity = {Match?.Similarity} }}");
}
