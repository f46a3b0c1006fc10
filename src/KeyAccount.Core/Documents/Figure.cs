namespace KeyAccount.Core.Documents;

/// <summary>A figure as data: a renderer that draws draws it, every other one prints its table.</summary>
/// <param name="Name">What it shows, in a few words: its caption, and its name for those who cannot see it.</param>
/// <param name="Description">What there is to see in it, in a sentence or two.</param>
public abstract record Figure(string Name, string Description) : Block
{
    /// <summary>What it shows, in a few words: its caption, and its name for those who cannot see it.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Name { get; init => field = Parts.NotNull(value, nameof(Name)); } = Parts.NotNull(Name);

    /// <summary>What there is to see in it, in a sentence or two.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Description { get; init => field = Parts.NotNull(value, nameof(Description)); } = Parts.NotNull(Description);

    /// <summary>A table that tells its data and more beside them, row by row in the order of the figure; null for none.</summary>
    public Table? Data { get; init; }

    /// <summary>All of its data as a table: <see cref="Data"/> where there is one.</summary>
    /// <returns>The table.</returns>
    public Table ToTable() => Data ?? Tabulate();

    private protected abstract Table Tabulate();
}
