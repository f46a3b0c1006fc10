namespace KeyAccount.Core.Negotiation;

/// <summary>The values of a package, whole or in part, in millionths of a point: whole numbers, so that sums are exact and ties are
/// ties.</summary>
internal readonly record struct Worth(long Ours, long Theirs)
{
    public static Worth operator +(Worth left, Worth right) => new(left.Ours + right.Ours, left.Theirs + right.Theirs);

    public static Worth operator -(Worth left, Worth right) => new(left.Ours - right.Ours, left.Theirs - right.Theirs);
}

/// <summary>The undominated choices on some of the issues, by falling value for us and rising value for them.</summary>
/// <remarks>Values add up over issues, so a partial package that is dominated stays dominated whatever is chosen on the other issues: it
/// can be left out at once (Nemhauser &amp; Ullmann 1969). Of choices of equal worth for both, the first stays.</remarks>
internal sealed class PackageFront
{
    private readonly PackageFront? _before;
    private readonly (int Before, int Option)[] _choices;

    private PackageFront(PackageFront? before, Worth[] worths, (int Before, int Option)[] choices) =>
        (_before, Worths, _choices) = (before, worths, choices);

    public Worth[] Worths { get; }

    /// <summary>The undominated choices on a list of issues, each with the worth of its options.</summary>
    public static PackageFront Of(IEnumerable<Worth[]> issues) =>
        issues.Aggregate(new PackageFront(null, [new(0, 0)], [(0, 0)]), (front, options) => front.And(options));

    /// <summary>The option chosen on each issue.</summary>
    public int[] Options(int index)
    {
        var options = new List<int>();
        for (var front = this; front._before is not null; front = front._before)
        {
            options.Add(front._choices[index].Option);
            index = front._choices[index].Before;
        }

        options.Reverse();
        return [.. options];
    }

    private PackageFront And(Worth[] options)
    {
        var worths = new List<Worth>();
        var choices = new List<(int, int)>();
        var all = Worths.SelectMany((worth, before) => options.Select((option, i) => (Worth: worth + option, Before: before, Option: i)));
        foreach (var each in all.OrderByDescending(each => each.Worth.Ours).ThenByDescending(each => each.Worth.Theirs))
        {
            if (worths.Count > 0 && each.Worth.Theirs <= worths[^1].Theirs)
                continue;
            worths.Add(each.Worth);
            choices.Add((each.Before, each.Option));
        }

        return new(this, [.. worths], [.. choices]);
    }
}
