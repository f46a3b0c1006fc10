using System.Reflection;

namespace KeyAccount.Sweeps;

/// <summary>Every public member of the library, called with what is handed in by mistake: it answers within two seconds with numbers, or
/// throws what it documents.</summary>
public sealed class PublicMemberTests(ITestOutputHelper output)
{
    private static readonly string Library = typeof(PublicMemberTests).Assembly.GetName().Name![..^".Tests".Length];

    [Fact]
    public void Nothing_that_is_handed_in_does_what_is_not_documented()
    {
        var sweep = Sweep();
        sweep.OneByOne();
        sweep.OfNothing();
        var oneByOne = sweep.Calls;
        sweep.Together(Seeded.Budget(1), unchecked((int)Seeded.Seed));
        output.WriteLine($"{sweep.Calls} calls ({oneByOne} with one wrong argument) of {sweep.Called} of {sweep.Members} members of {sweep.Types.Count} types");
        output.WriteLine($"to run them again: {Seeded.Again}");
        string.Join('\n', sweep.Faults).Should().BeEmpty();
        // What the sweep cannot make a value for it passes over: not much.
        sweep.Called.Should().BeGreaterThan(sweep.Members * 4 / 10);
    }

    [Fact]
    public void With_refuses_what_the_constructor_of_a_record_refuses()
    {
        var sweep = Sweep();
        sweep.Agreements();
        output.WriteLine($"{sweep.Calls} pairs of calls");
        string.Join('\n', sweep.Faults).Should().BeEmpty();
    }

    private static MemberSweep Sweep() => new(Assembly.Load(Library), SweptValues.Add);
}
