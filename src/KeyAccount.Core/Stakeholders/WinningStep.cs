using System.Text.Json.Serialization;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A person to be won, with the moves, and through whom.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. Made by
/// <see cref="StakeholderMap.NextToWin"/>.</remarks>
public sealed record WinningStep
{
    /// <summary>A step from its parts; what JSON reads back.</summary>
    /// <param name="person">The person.</param>
    /// <param name="moves">The moves, the nearest first; at least one.</param>
    /// <param name="path">The path to the person; null if there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> or <paramref name="moves"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="moves"/> is empty.</exception>
    [JsonConstructor]
    public WinningStep(Stakeholder person, IReadOnlyList<MoveGain> moves, StakeholderPath? path)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(moves);
        if (moves.Count == 0)
            throw new ArgumentException("moves is empty; a step has at least one.", nameof(moves));
        Person = person;
        Moves = ValueList.Of(moves);
        Path = path;
    }

    /// <summary>The person to be won.</summary>
    public Stakeholder Person { get; }

    /// <summary>Every move that the method allows from the person's level, the nearest first, each with its gain in support.</summary>
    public IReadOnlyList<MoveGain> Moves { get; }

    /// <summary>The path to the person; null if nobody on our side can introduce us.</summary>
    public StakeholderPath? Path { get; }

    /// <summary>The nearest move.</summary>
    [JsonIgnore]
    public LadderMove Move => Moves[0].Move;

    /// <summary>The gain in support of the nearest move, in points; null if nobody with influence is known.</summary>
    [JsonIgnore]
    public double? Gain => Moves[0].Gain;

    /// <summary>The step in words: whom to win, by which move and through whom.</summary>
    [JsonIgnore]
    public Text Advice => Path is null
        ? TextTable.Library["Stakeholders.WinningStep.direct"].With(Named(Person), Move)
        : TextTable.Library["Stakeholders.WinningStep.through"].With(
            Named(Person), Move, string.Join(" → ", Path.Steps.Select(step => Named(step.From))));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The id of the person, the moves and the path.</returns>
    public override string ToString() => $"WinningStep {{ Person = {Person.Id}, Moves = {Moves}, Path = {Path} }}";

    internal static WinningStep? Of(StakeholderMap map, Support.Others<LadderLevel> others, int index)
    {
        var person = map.People[index];

        // While the level is not known: learn it first.
        if (person.Ladder is null)
            return null;
        MoveGain[] moves =
        [
            .. map.Models.MovesFrom(person.Ladder).Hits
                .Select(hit => hit.Advice)
                .Where(move => move.From != move.To)
                .OrderBy(move => Math.Abs(move.To.Value - move.From.Value)).ThenBy(move => move.Value)
                .Select(move => new MoveGain(
                    move, others.With(index, move.To).Value - map.Support.Value is { } gain ? ScoreRounding.Round(gain) : null)),
        ];
        return moves.Length == 0 ? null : new(person, moves, map.PathTo(person.Id));
    }

    private static string Named(Stakeholder person) => person.Name ?? person.Id;
}
