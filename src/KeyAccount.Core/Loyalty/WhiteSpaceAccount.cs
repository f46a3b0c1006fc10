using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>An account as input to the white space of a portfolio.</summary>
/// <param name="Id">The stable identifier; not blank. Rows with the same id are one account.</param>
/// <param name="Group">The peer group of the account, such as its industry; null if not known.</param>
/// <param name="Categories">The spending by category, and by unit if it is known.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentException"><paramref name="Id"/> is blank.</exception>
/// <exception cref="ArgumentNullException"><paramref name="Id"/>, the list or an item of it is null.</exception>
public sealed record WhiteSpaceAccount(string Id, string? Group, IReadOnlyList<CategorySpend> Categories)
{
    /// <summary>The stable identifier.</summary>
    /// <exception cref="ArgumentException">The value is null or blank.</exception>
    public string Id { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(Id, nameof(Id));

    /// <summary>The spending by category, and by unit if it is known.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<CategorySpend> Categories { get; init => field = ValueList.Of(value, nameof(Categories)); } =
        ValueList.Of(Categories);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Its id, its group and how many categories it has.</returns>
    public override string ToString() =>
        Invariant($"WhiteSpaceAccount {{ Id = {Id}, Group = {Group}, Categories = {Categories.Count} }}");
}
