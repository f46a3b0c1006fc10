using System.Text.RegularExpressions;
using KeyAccount.Packages.Tests.Readmes;

namespace KeyAccount.Packages.Tests;

/// <summary>Programs as others write them, built against the packages: in F#, in Visual Basic, and for .NET 8 with the extensions of Microsoft
/// held at the lowest versions that are served. And a client for .NET Framework, which knows the service alone.</summary>
public sealed class ConsumerTests(ConsumerTests.Consumers consumers) : IClassFixture<ConsumerTests.Consumers>
{
    // A measure of F# that may be missing, a cap, a term; the score is that of C#.
    [Fact]
    public async Task A_program_in_FSharp_scores_by_a_scorecard_of_its_own() =>
        (await consumers.Run("FSharpShop")).Should().Be("""
            75 A
            unrated
            C
            A account
            refused: 'Z' is not an AccountTier; expected one of: A, B, C.

            """.ReplaceLineEndings("\n"));

    [Fact]
    public async Task A_program_in_Visual_Basic_decides_and_grades() =>
        (await consumers.Run("BasicShop")).Should().Be("""
            north A 1
            south A 2
            west C 3
            6
            Favour

            """.ReplaceLineEndings("\n"));

    // The configuration of 8.0.0 keeps to itself whether a section is named and empty: what we look into there must be there.
    [Fact]
    public async Task A_host_for_net8_is_configured_reloaded_and_emptied() =>
        (await consumers.Run("Net8Host")).Should().Be("""
            Options 8.0.2, Configuration 8.0.0
            72
            80
            refused: KeyAccount: no settings are left; write {} if that is intended
            80
            70
            chemicals

            """.ReplaceLineEndings("\n"));

    // It cannot run here: ReadmeServiceTests runs the same text on .NET.
    [Fact]
    public void The_client_of_the_readme_builds_for_NET_Framework() =>
        consumers.Made("FrameworkClient", "FrameworkClient.exe").Should().ContainSingle().Which.Should().Contain("net48");

    [Fact]
    public void Nothing_is_asked_to_go_up_or_down() => Regex.IsMatch(
        consumers.Log, "NU1605|NU1608|NU1107|warning", RegexOptions.None, TimeSpan.FromSeconds(5)).Should().BeFalse(consumers.Log);

    /// <summary>The programs, restored and built together.</summary>
    public sealed class Consumers(PackedSolution solution) : IAsyncLifetime
    {
        private const string FSharp = """
            open System
            open KeyAccount.Core.Grading
            open KeyAccount.Core.Scoring

            type Shop() =
                member val Visits = 0 with get, set
                member val IsKnown = true with get, set
                member val Level : FactorLevel = null with get, set
                member val IsBlocked = Nullable false with get, set

            let card =
                Scorecard.For<Shop, AccountTier>("shops")
                    .Criterion("visits", 1.0,
                               (fun (s: Shop) -> if s.IsKnown then Nullable(float s.Visits) else Nullable()),
                               Scale.Linear(struct (0.0, 0.0), struct (8.0, 100.0)))
                    .Cap("blocked", (fun (s: Shop) -> s.IsBlocked), AccountTier.C)
                    .Bands(struct (0.0, AccountTier.C), struct (50.0, AccountTier.B), struct (75.0, AccountTier.A))
                    .Build()

            let show (shop: Shop) =
                let answer = card.Assess shop
                if answer.IsRated then printfn "%g %O" answer.Score.Value answer.Band else printfn "unrated"

            show (Shop(Visits = 6))
            show (Shop(IsKnown = false))
            printfn "%O" (card.BandOf(Shop(Visits = 6, IsBlocked = Nullable true)))
            printfn "%s" (AccountTier.A.DisplayName "en")
            try
                AccountTier.Parse("Z", null) |> ignore
            with :? FormatException as e -> printfn "refused: %s" e.Message
            """;

        private const string Basic = """
            Imports System
            Imports System.Collections.Generic
            Imports KeyAccount.Core.Grading
            Imports KeyAccount.Core.Relationships

            Module Program
                Sub Main()
                    Dim purchases As New Dictionary(Of String, Decimal) From {{"west", 5D}, {"north", 70D}, {"south", 25D}}
                    Dim grading = Pareto.Grade(New List(Of String)(purchases.Keys), Function(account) purchases(account))
                    For Each graded In grading.Accounts
                        Console.WriteLine($"{graded.Account} {graded.Tier} {graded.Rank}")
                    Next
                    Dim service = DifferentiatedService.Standard.Decide(New ServiceStandardFacts With {.Tier = AccountTier.A})
                    Console.WriteLine(service.Advice.VisitsPerQuarter)
                    Console.WriteLine(KeyRelationshipLevel.Parse("Favour", Nothing).Name)
                End Sub
            End Module
            """;

        private const string Net8 = """
            using KeyAccount.Core.DependencyInjection;
            using KeyAccount.Core.Grading;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Options;

            Console.WriteLine($"Options {VersionOf(typeof(IOptions<>))}, Configuration {VersionOf(typeof(ConfigurationRoot))}");
            var source = new Source
            {
                ["KeyAccount:Models:accountValue.standard:bands:A"] = "72",
                ["KeyAccount:Terms:CustomerIndustry:Chemicals"] = "chemicals",
            };
            var services = new ServiceCollection();
            services.AddKeyAccount(new ConfigurationBuilder().Add(source).Build().GetSection("KeyAccount"));
            using var provider = services.BuildServiceProvider();
            var models = provider.GetRequiredService<KeyAccountModels>();
            Show();
            source.Set("KeyAccount:Models:accountValue.standard:bands:A", "80");
            source.OnReload();
            Show();
            // A file that is being written: nothing is there, and nothing says that this is meant.
            source.Clear();
            source.OnReload();
            foreach (var fault in models.Faults)
                Console.WriteLine($"refused: {fault}");
            Show();
            // {} is named and empty: the defaults are meant.
            source.Set("KeyAccount", null);
            source.OnReload();
            Show();
            Console.WriteLine(CustomerIndustry.Parse("Chemicals", null).DisplayName("en"));

            void Show() => Console.WriteLine(models.For().Review.Value.Bands.InOrder[^1].From);

            static string VersionOf(Type type) =>
                System.Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion.Split('+')[0];

            internal sealed class Source : ConfigurationProvider, IConfigurationSource
            {
                public string this[string key] { set => Data[key] = value; }
                public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
                public void Clear() => Data.Clear();
                public new void OnReload() => base.OnReload();
            }
            """;

        private readonly TemporaryFolder _folder = new();

        public string Log { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            _folder.Write("global.json", File.ReadAllText(Repository.PathOf("global.json")));
            _folder.Write("Directory.Packages.props", "<Project />");
            _folder.Write("Directory.Build.props", $"""
                <Project>
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <RollForward>Major</RollForward>
                    <NuGetAudit>false</NuGetAudit>
                    <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
                    <GenerateDocumentationFile>false</GenerateDocumentationFile>
                    <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
                    {solution.FallbackFolder}
                    <RestoreAdditionalProjectSources>{solution.Packages}</RestoreAdditionalProjectSources>
                  </PropertyGroup>
                </Project>
                """);
            var core = $"""<PackageReference Include="KeyAccount.Core" Version="[{solution.Version}]" />""";
            _folder.Write("FSharpShop/Program.fs", FSharp);
            _folder.Write("FSharpShop/FSharpShop.fsproj", ProjectOf(
                "net10.0", $"""<Compile Include="Program.fs" />{core}<PackageReference Update="FSharp.Core" Version="{Repository.VersionOf("FSharp.Core", "net10.0")}" />"""));
            _folder.Write("BasicShop/Program.vb", Basic);
            _folder.Write("BasicShop/BasicShop.vbproj", ProjectOf("net10.0", core));
            _folder.Write("Net8Host/Program.cs", Net8);
            _folder.Write("Net8Host/Net8Host.csproj", ProjectOf("net8.0", $"""
                <PackageReference Include="KeyAccount.Core.DependencyInjection" Version="[{solution.Version}]" />
                <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="8.0.1" />
                <PackageReference Include="Microsoft.Extensions.Options" Version="[8.0.2]" />
                <PackageReference Include="Microsoft.Extensions.Configuration" Version="[8.0.0]" />
                """));
            _folder.Write("FrameworkClient/Program.cs", Readme.Programs.Single(program => program.IsClient).Code);
            _folder.Write("FrameworkClient/FrameworkClient.csproj", ProjectOf("net48", """<Reference Include="System.Net.Http" />"""));
            var all = _folder.Write("Consumers.slnx", $"""
                <Solution>
                  <Project Path="FSharpShop/FSharpShop.fsproj" />
                  <Project Path="BasicShop/BasicShop.vbproj" />
                  <Project Path="Net8Host/Net8Host.csproj" />
                  <Project Path="FrameworkClient/FrameworkClient.csproj" />
                </Solution>
                """);
            Log = (await Command.Dotnet(
                _folder.Root, ["build", all, "-c", "Release", "-v", "q", .. Command.Once])).MustSucceed().Text;
        }

        /// <summary>What a program prints.</summary>
        public async Task<string> Run(string name) => (await Command.Dotnet(
            _folder.Root,
            [Made(name, $"{name}.dll").Single()],
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"))).MustSucceed().Text.ReplaceLineEndings("\n");

        /// <summary>The files of a name that were built for a program.</summary>
        public IEnumerable<string> Made(string name, string file) =>
            Directory.EnumerateFiles(_folder.PathOf(name, "bin", "Release"), file, SearchOption.AllDirectories);

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }

        private static string ProjectOf(string framework, string items) => $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <ImplicitUsings>{(framework == "net48" ? "disable" : "enable")}</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """;
    }
}
