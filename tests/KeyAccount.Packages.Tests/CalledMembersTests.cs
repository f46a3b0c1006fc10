namespace KeyAccount.Packages.Tests;

/// <summary>Every public member of a library is reached by a test.</summary>
public sealed class CalledMembersTests(ITestOutputHelper output)
{
    private static readonly string Output = Path.Combine("bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!));

    [Fact]
    public void A_public_member_that_no_test_reaches_gets_a_test_or_goes()
    {
        var members = new CalledMembers();
        foreach (var library in Repository.Libraries)
            members.AddLibrary(Built("src", library, library));
        members.AddProgram(Built("src", Repository.Tool, "keyaccount"));
        // The page tests of a browser and those of packages call programs, not libraries; Entity Framework Core 9 runs the tests of 10.
        foreach (var library in Repository.Packages)
            members.AddTests(Built("tests", $"{library}.Tests", $"{library}.Tests"));

        var unreached = members.Unreached();
        output.WriteLine($"{members.Count} public members, {unreached.Count} that no test reaches, {members.NotCalledDirectly().Count} that none names itself");
        members.Count.Should().BeGreaterThan(3_500);
        string.Join('\n', unreached).Should().BeEmpty();
    }

    [Fact]
    public void What_nobody_calls_is_found()
    {
        // The tests of SQL alone reach little of the core.
        var members = new CalledMembers();
        members.AddLibrary(Built("src", "KeyAccount.Core", "KeyAccount.Core"));
        members.AddTests(Built("tests", "KeyAccount.Core.Sql.Tests", "KeyAccount.Core.Sql.Tests"));

        var unreached = members.Unreached();
        unreached.Should().Contain("KeyAccount.Core: KeyAccount.Core.Negotiation.IssueRange.get_Width()");
        unreached.Should().NotContain(member => member.Contains("AccountValue.get_Standard", StringComparison.Ordinal));
    }

    private static string Built(string folder, string project, string assembly)
    {
        var path = Repository.PathOf(folder, project, Output, "net10.0", $"{assembly}.dll");
        return File.Exists(path) ? path
            : throw new InvalidOperationException($"{path} is not there: build the solution before this test.");
    }
}
