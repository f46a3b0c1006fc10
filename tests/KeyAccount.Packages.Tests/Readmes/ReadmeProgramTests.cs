using System.Text.RegularExpressions;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>Every program of every README is built against the packages and run, on each framework.</summary>
[Collection(ReadmePrograms.Tests)]
public class ReadmeProgramTests(ReadmePrograms programs)
{
    public static TheoryData<string, int, string> Programs
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var program in Readme.Programs)
            {
                foreach (var framework in ProgramBuild.FrameworksOf(program))
                    data.Add(program.File, program.Line, framework);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Programs))]
    public void A_program_builds_runs_and_prints_what_it_says(string file, int line, string framework) =>
        programs.FaultOf(ProgramAt(file, line), framework).Should().BeNull();

    [Theory]
    [InlineData(0, "FAULTY\\.md\\(2,.*error CS1501")]
    [InlineData(1, "FAULTY\\.md\\(7,.*error CS8600")]
    [InlineData(2, "(?s)fails on .*the end")]
    public void A_faulty_program_is_found_out(int index, string fault)
    {
        foreach (var framework in ProgramBuild.Frameworks)
            programs.FaultOf(ReadmePrograms.Faulty[index], framework).Should()
                .MatchRegex(new Regex(fault, RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Any_other_output_is_found_out()
    {
        var program = Readme.Programs[0];

        foreach (var other in (string[])["", program.Output + "\n", program.Output![..^1], program.Output.Replace(
            "A", "B", StringComparison.Ordinal)])
            programs.FaultOf(program with { Output = other }, "net10.0").Should().Contain("but should print");
    }

    [Fact]
    public void No_program_is_overlooked()
    {
        Readme.Programs.Select(program => program.File).Distinct(StringComparer.Ordinal)
            .Should().Contain(["README.md", "src/KeyAccount.Core/README.md", "src/KeyAccount.Core.EntityFrameworkCore/README.md"]);
        foreach (var file in Readme.Files)
        {
            Regex.Count(Readme.TextOf(file), "^```csharp", RegexOptions.Multiline, TimeSpan.FromSeconds(5))
                .Should().Be(Readme.Programs.Count(program => program.File == file), "each C# block of {0} is a program", file);
        }
    }

    [Fact]
    public void The_types_that_are_used_most_have_an_example() =>
        Examples.Programs.Select(program => Path.GetFileNameWithoutExtension(program.File)).Should().Contain(
            ["AccountReviewer", "AccountValue", "DecisionTable", "LadderHistory", "PairwiseComparison", "Pareto", "PortfolioFile", "PriceReview",
            "Scorecard", "StakeholderMap"]);

    [Theory]
    [InlineData("```cs\nvar a = 1;\n```\n")]
    [InlineData("```C#\nvar a = 1;\n```\n")]
    [InlineData("```csharp no-run\nvar a = 1;\n```\n")]
    [InlineData("  ~~~ c#\nvar a = 1;\n~~~\n")]
    [InlineData("```\nwithout a language\n```\n")]
    [InlineData("```text\nwithout a program\n```\n")]
    [InlineData("```csharp\nvar a = 1;\n```\nProse between.\n```text\n1\n```\n")]
    [InlineData("```csharp\nvar a = 1;\n```\n\n```text\n1\n```\n\n```text\nsecond\n```\n")]
    [InlineData("```json\n{}\n```\n")]
    [InlineData("```csharp\nvar a = 1;\n```\n\n```json\n{}\n```\n")]
    [InlineData("```csharp\nWebApplication.Create().Run();\n```\n\n```json\n{}\n```\n\n```json\n{}\n```\n")]
    [InlineData("```json part\n\"a\": 1\n```\n")]
    [InlineData("```text screen\nA\n```\n")]
    [InlineData("```csharp\nvar a = 1;\n")]
    public void A_block_that_nothing_would_check_is_a_fault(string markdown) =>
        FluentActions.Invoking(() => ReadmeProgram.In("FAULTY.md", markdown)).Should().Throw<FormatException>();

    [Fact]
    public void A_part_of_a_JSON_file_is_no_program() => ReadmeProgram.In("R.md", "```json part\n{ \"a\": 1 }\n```\n").Should().BeEmpty();

    [Fact]
    public void A_block_keeps_its_content_and_its_place() =>
        ReadmeProgram.In("R.md", "# Title\n\n````csharp\r\nA();\r\n\r\n```\r\n````\n\n\n```text\nx\n\n```\n")
            .Should().Equal(new ReadmeProgram("R.md", 4, "A();\n\n```\n", "x\n\n"));

    private static ReadmeProgram ProgramAt(string file, int line) =>
        Readme.Programs.Single(program => program.File == file && program.Line == line);
}
