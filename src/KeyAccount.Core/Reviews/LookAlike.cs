using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A prospect that is like the best customers.</summary>
/// <param name="Account">The id of the account.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Match">How much it is like them, and what separates it.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record LookAlike(string Account, string Name, PortraitMatch Match)
{
    /// <summary>How much it is like them, and what separates it.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public PortraitMatch Match { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Match);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The account and its similarity.</returns>
    public override string ToString() => Invariant($"LookAlike {{ Account = {Account}, Similarity = {Match?.Similarity} }}");
}
