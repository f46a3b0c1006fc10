namespace KeyAccount.Core.Reports;

/// <summary>A link to another page.</summary>
/// <param name="Address">The relative address of the page.</param>
/// <param name="Title">The text of the link.</param>
/// <remarks>Immutable, with value equality. The address is written as given, so it must not come from outside.</remarks>
public sealed record HtmlLink(string Address, string Title)
{
    /// <summary>The relative address of the page.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Address { get; init => field = NotNull(value, nameof(Address)); } = NotNull(Address, nameof(Address));

    /// <summary>The text of the link.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Title { get; init => field = NotNull(value, nameof(Title)); } = NotNull(Title, nameof(Title));

    private static string NotNull(string? value, string name) => value ?? throw new ArgumentNullException(name);
}
