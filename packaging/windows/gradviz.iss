; Installer for Windows, by Inno Setup 6:
;   iscc /DVersion=0.1.0 packaging\windows\gradviz.iss
; Installs for one user, without rights of an administrator, and opens .gradviz files.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 gradviz.iss
#endif

[Setup]
AppId={{0E2B7B1C-6E1D-4C0A-9B1F-6F5C6D1A47E3}
AppName=GradViz
AppVersion={#Version}
AppPublisher=The GradViz authors
DefaultDirName={autopf}\GradViz
DefaultGroupName=GradViz
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
SetupIconFile=..\icons\gradviz.ico
UninstallDisplayIcon={app}\gradviz.exe
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=gradviz-{#Version}-windows-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ko"; MessagesFile: "compiler:Languages\Korean.isl"

[Files]
Source: "..\..\dist\gradviz\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; what an earlier version brought along and this one does not
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\GradViz"; Filename: "{app}\gradviz.exe"
Name: "{autodesktop}\GradViz"; Filename: "{app}\gradviz.exe"; Tasks: desktopicon

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Registry]
Root: HKA; Subkey: "Software\Classes\.gradviz"; ValueType: string; ValueData: "GradViz.Experiment"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.gradviz"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-gradviz+json"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\GradViz.Experiment"; ValueType: string; ValueData: "GradViz experiment"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\GradViz.Experiment\DefaultIcon"; ValueType: string; ValueData: "{app}\gradviz.exe,0"
Root: HKA; Subkey: "Software\Classes\GradViz.Experiment\shell\open\command"; ValueType: string; ValueData: """{app}\gradviz.exe"" ""%1"""

[Run]
Filename: "{app}\gradviz.exe"; Description: "{cm:LaunchProgram,GradViz}"; Flags: nowait postinstall skipifsilent
