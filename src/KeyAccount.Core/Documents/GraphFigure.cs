using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A map of relationships: which people or things are connected.</summary>
public sealed record GraphFigure : Figure
{
    /// <summary>A map.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="titles">The titles of the parts of the map.</param>
    /// <param name="nodes">The nodes: people or things; each identifier once.</param>
    /// <param name="edges">The lines between them.</param>
    /// <exception cref="ArgumentNullException">An argument, a node or a line is null.</exception>
    /// <exception cref="ArgumentException">An identifier is duplicated, or a line leads to none of the nodes.</exception>
    [JsonConstructor]
    public GraphFigure(
        string name, string description, GraphTitles titles, IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
        : base(name, description)
    {
        Titles = Parts.NotNull(titles);
        Nodes = Parts.Of(nodes);
        Edges = Parts.Of(edges);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            if (!ids.Add(node.Id))
                throw new ArgumentException($"The id '{node.Id}' is duplicated in nodes; each node must have its own.", nameof(nodes));
        }

        foreach (var edge in Edges)
        {
            if (!ids.Contains(edge.From) || !ids.Contains(edge.To))
                throw new ArgumentException($"An edge goes from '{edge.From}' to '{edge.To}'; both must be ids of nodes.", nameof(edges));
        }
    }

    /// <summary>The titles of the parts of the map.</summary>
    public GraphTitles Titles { get; }

    /// <summary>The nodes: people or things.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>The lines between them.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The rows from the top; null for the order of the nodes. Rows that are not listed follow at the end.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string>? Rows { get; init => field = value is null ? null : Parts.Of(value, nameof(Rows)); }

    /// <summary>The columns from the start; null for the order of the nodes. Columns that are not listed follow at the end.
    /// </summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string>? Columns { get; init => field = value is null ? null : Parts.Of(value, nameof(Columns)); }

    /// <summary>The groups in the order in which colours and shapes are assigned, the best first; null for the order of the
    /// nodes.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string>? Groups { get; init => field = value is null ? null : Parts.Of(value, nameof(Groups)); }

    // A row for each node, with the lines that start there or have no direction.
    private protected override Table Tabulate()
    {
        var names = Nodes.ToDictionary(node => node.Id, node => node.Label, StringComparer.Ordinal);
        return new(
            [new(Titles.Node), new(Titles.Row), new(Titles.Column), new(Titles.Group), new(Titles.Edges)],
            [
                .. Nodes.Select(node => new TableRow(
                    [new TextCell(node.Label, RunStyle.Name), Named(node.Row), Named(node.Column), Named(node.Group), Ties(node)])),
            ]);

        Cell? Named(string? text) => text is null ? null : new TextCell(text);

        Cell Ties(GraphNode node)
        {
            var runs = new List<Run>();
            foreach (var edge in Edges.Where(edge => edge.From == node.Id || (!edge.IsDirected && edge.To == node.Id)))
            {
                runs.Add(new($"{(runs.Count > 0 ? "; " : "")}{edge.Kind} "));
                runs.Add(Run.Name(names[edge.From == node.Id ? edge.To : edge.From]));
            }

            return new TextCell(runs);
        }
    }
}
