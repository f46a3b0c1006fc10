using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace KeyAccount.Packages.Tests;

/// <summary>A program that uses the packages, trimmed and self-contained, prints what it prints when it is not trimmed.</summary>
public class TrimmedLibraryTests(TrimmedLibraryTests.TrimmedProgram program) : IClassFixture<TrimmedLibraryTests.TrimmedProgram>
{
    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public async Task It_prints_to_the_byte_alike(string? invariant)
    {
        var whole = await program.AnswerOfWhole();
        var trimmed =
            (await Command.Run(program.Trimmed, Repository.Root, [], ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", invariant))).MustSucceed();

        trimmed.Text.Should().Be(whole.Text);
        trimmed.Output.Should().Equal(whole.Output);
        // All of it was there: terms, texts, expressions, settings, faults.
        trimmed.Text.Split('\n').Where(line => Regex.IsMatch(line, "^[A-Za-z]+ [0-9]+ ", RegexOptions.None, TimeSpan.FromSeconds(5)))
            .Should().HaveCountGreaterThan(200);
        trimmed.Text.Should()
            .ContainAll(
                "AccountTier 1 A: A account | ", "A类客户", "A類客戶", "Assessment {", "the document comes back: True", "## 如何達到", "\nchemicals\n[A, 0.1]\n",
                "KeyAccount:Models:accountValue.standard:bands:B: it is \"forty\"");
    }

    [Fact]
    public void Only_a_dependency_is_warned_of() =>
        Regex.Matches(program.Log, "^.*(?:warning|error) IL.*$", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Select(line => line.Value)
            .Should()
                .OnlyContain(
                    line => line.Contains("warning IL2104: Assembly 'Ardalis.SmartEnum' produced trim warnings", StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_in_the_libraries_that_may_be_trimmed_is_warned_of_when_all_of_it_is_kept()
    {
        Assert.SkipUnless(Seeded.IsLong, "The libraries are looked at whole in a long run, with KEYACCOUNT_CASES=4.");
        var warnings = Regex.Matches(
            await program.LogOfWhole(), "^.*(?:warning|error) IL.*$", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Select(line => line.Value).ToList();

        warnings.Should().Contain(line => line.Contains("Ardalis.SmartEnum", StringComparison.Ordinal), "the trimmer has looked");
        warnings.Should().NotContain(line => line.Contains("KeyAccount", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_trimmed() => new FileInfo(Path.Combine(Path.GetDirectoryName(program.Trimmed)!, "KeyAccount.Core.dll")).Length
        .Should().BeLessThan(new FileInfo(Path.Combine(Path.GetDirectoryName(program.Whole)!, "KeyAccount.Core.dll")).Length);

    /// <summary>The program of the folder Trimming, with a call for every term, built against the packages and published.</summary>
    public sealed class TrimmedProgram : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private readonly PackedSolution _solution;
        private readonly Lazy<Task<CommandResult>> _whole;

        public TrimmedProgram(PackedSolution solution)
        {
            _solution = solution;
            _whole = new(async () =>
                (await Command.Run(Whole, Repository.Root, [], ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", null))).MustSucceed());
        }

        /// <summary>Gets the program as it is built, self-contained and whole.</summary>
        public string Whole => _folder.PathOf("bin", "Trimming", $"release_{RuntimeInformation.RuntimeIdentifier}", Executable);

        public string Trimmed => _folder.PathOf("published", Executable);

        public string Log { get; private set; } = "";

        /// <summary>What the whole program prints with the cultures of the machine. Without them it is to print the same, so it is asked
        /// once.</summary>
        internal Task<CommandResult> AnswerOfWhole() => _whole.Value;

        private static string Executable => OperatingSystem.IsWindows() ? "Trimming.exe" : "Trimming";

        public async ValueTask InitializeAsync()
        {
            // Every term, as the reviewed surface of the library names them.
            var terms = Regex.Matches(
                    File.ReadAllText(Repository.PathOf("src", "KeyAccount.Core", "PublicApi.txt")),
                    "^(namespace (?<room>[A-Za-z.]+)| +public sealed class (?<term>[A-Za-z]+) : KeyAccount[.]Core[.]Terms[.](Ordered|Open)?Term<)",
                    RegexOptions.ExplicitCapture | RegexOptions.Multiline,
                    TimeSpan.FromSeconds(5))
                .Aggregate((Room: "", Terms: new List<string>()), (all, line) =>
                {
                    if (line.Groups["room"].Success)
                        return (line.Groups["room"].Value, all.Terms);
                    all.Terms.Add($"{all.Room}.{line.Groups["term"].Value}");
                    return all;
                }).Terms;
            _folder.Write("global.json", File.ReadAllText(Repository.PathOf("global.json")));
            _folder.Write("Directory.Build.props", "<Project />");
            _folder.Write("Directory.Packages.props", "<Project />");
            _folder.Write(
                "Program.cs", File.ReadAllText(Repository.PathOf("tests", "KeyAccount.Packages.Tests", "Trimming", "Program.cs")));
            _folder.Write(
                "Terms.cs",
                $"internal static partial class Terms\n{{\n    public static void ShowAll()\n    {{\n{string.Concat(terms.Select(term => $"        Show<{term}>();\n"))}    }}\n}}\n");
            var hosting = Repository.VersionOf("Microsoft.Extensions.Hosting", "net10.0");
            _folder.Write("Trimming.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                    <SelfContained>true</SelfContained>
                    <PublishTrimmed>true</PublishTrimmed>
                    <NuGetAudit>false</NuGetAudit>
                    <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
                    {_solution.FallbackFolder}
                    <RestoreAdditionalProjectSources>{_solution.Packages}</RestoreAdditionalProjectSources>
                    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                  </PropertyGroup>
                  <ItemGroup>
                    <Compile Include="Program.cs;Terms.cs" />
                    <PackageReference Include="KeyAccount.Core.DependencyInjection" Version="[{_solution.Version}]" />
                    <PackageReference Include="KeyAccount.Core.Reports" Version="[{_solution.Version}]" />
                    <PackageReference Include="KeyAccount.Core.Sql" Version="[{_solution.Version}]" />
                    <PackageReference Include="Microsoft.Extensions.Hosting" Version="{hosting}" />
                  </ItemGroup>
                  <PropertyGroup Condition="'$(KeepsAll)' == 'true'">
                    <TrimmerSingleWarn>false</TrimmerSingleWarn>
                  </PropertyGroup>
                  <ItemGroup Condition="'$(KeepsAll)' == 'true'">
                    <TrimmerRootAssembly Include="KeyAccount.Core;KeyAccount.Core.DependencyInjection;KeyAccount.Core.Reports;KeyAccount.Core.Sql" />
                  </ItemGroup>
                </Project>
                """);
            Log = await Publish("published", _folder.Root);
        }

        /// <summary>What the trimmer says where it keeps all of our libraries, and so looks at all of them. It has a folder of its own: where
        /// something is trimmed already, it is not trimmed again.</summary>
        public Task<string> LogOfWhole() => Publish("kept", _folder.PathOf("whole"), "-p:KeepsAll=true");

        private async Task<string> Publish(string to, string artifacts, params string[] options) =>
            (await Command.Dotnet(
                _folder.Root,
                ["publish", _folder.PathOf("Trimming.csproj"), "-c", "Release", "--artifacts-path", artifacts, "-o", _folder.PathOf(to), .. options,
                .. Command.Once]))
            .MustSucceed().Text;

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
