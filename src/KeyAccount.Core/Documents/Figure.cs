namespace KeyAccount.Core.Documents;

/// <summary>A figure as data. A renderer that can draw draws the figure; every other renderer prints its table.</summary>
/// <param name="Name">The caption, in a few words; screen readers read it as the name of the figure.</param>
/// <param name="Description">The description of what the figure shows, in a sentence or two.</param>
public abstract record Figure(string Name, string Description) : Block
{
    /// <summary>The caption, in a few words; screen readers read it as the name of the figure.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Name { get; init => field = Parts.NotNull(value, nameof(Name)); } = Parts.NotNull(Name);

    /// <summary>The description of what the figure shows, in a sentence or two.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Description { get; init => field = Parts.NotNull(value, nameof(Description)); } = Parts.NotNull(Description);

    /// <summary>A table that shows the data of the figure, and more, in the order of the figure; null for none.</summary>
    public Table? Data { get; init; }

    /// <summary>All data of the figure as a table: <see cref="Data"/> if it is given.</summary>
    /// <returns>The table.</returns>
    public Table ToTable() => Data ?? Tabulate();

    private protected abstract Table Tabulate();
}
